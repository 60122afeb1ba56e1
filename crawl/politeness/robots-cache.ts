import type { Client, GetOptions } from '../request/client.ts';
import { type RobotsPolicy, robotsBytes, robotsPolicy } from './robots-policy.ts';

/** Policies by origin, each fetched once and kept. */
export type RobotsCache = {
  readonly policyFor: (url: URL, options: GetOptions) => Promise<RobotsPolicy>;
};

const hour = 3_600_000;

/** RFC 9309, 2.4: no longer than a day; a host that did not answer is asked again after an hour. */
const keptFor = { rules: 24 * hour, open: 24 * hour, closed: hour } as const;

export type RobotsSettings = {
  readonly client: Client;
  /** The product token that groups of rules name: `fuhe`. */
  readonly agent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

type Kept = { readonly policy: Promise<RobotsPolicy>; until: number };

/** Asks for robots.txt through the same safe requests; many crawls may share one cache. */
export function createRobotsCache({ client, agent, now }: RobotsSettings): RobotsCache {
  const kept = new Map<string, Kept>();
  return {
    policyFor: (url, options) => {
      const known = kept.get(url.origin);
      if (known !== undefined && known.until > now()) return known.policy;
      const policy = fetchPolicy(client, { origin: url.origin, agent, options });
      const entry: Kept = { policy, until: now() + hour };
      kept.set(url.origin, entry);
      policy.then(
        ({ kind }) => {
          entry.until = now() + keptFor[kind];
        },
        () => kept.delete(url.origin),
      );
      return policy;
    },
  };
}

async function fetchPolicy(
  client: Client,
  {
    origin,
    agent,
    options,
  }: { readonly origin: string; readonly agent: string; readonly options: GetOptions },
): Promise<RobotsPolicy> {
  const address = `${origin}/robots.txt`;
  const limits = { bytes: robotsBytes, unpackedBytes: robotsBytes, totalMilliseconds: 60_000 };
  const got = await client.get(address, { ...options, validators: {}, overflow: 'truncate', limits });
  return robotsPolicy(address, got, agent);
}
