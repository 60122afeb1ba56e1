import robotsModule from 'robots-parser';
import type { Result } from '../../model/outcome-channels.ts';
import type { Fetched } from '../request/fetched.ts';

/** What a host's robots.txt allows; RFC 9309. */
export type RobotsPolicy = {
  readonly kind: 'rules' | 'open' | 'closed';
  readonly isAllowed: (url: string) => boolean;
  /** Crawl-delay in milliseconds, as far as it is reasonable. */
  readonly delayMilliseconds: number;
};

/** The package declares a default export and gives the function itself; what is imported is that function. */
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** A longer delay would keep a crawl of a few hundred pages busy for days; it is capped, not ignored. */
const longestDelayMilliseconds = 60_000;

/** Longest path that rules are matched against, in characters; matching costs rules × path. */
const longestPath = 2000;

/** RFC 9309, 2.5: at least this much must be parsed. */
export const robotsBytes = 500 * 1024;

const open: RobotsPolicy = { kind: 'open', isAllowed: () => true, delayMilliseconds: 0 };
const closed: RobotsPolicy = { kind: 'closed', isAllowed: () => false, delayMilliseconds: 0 };

/**
 * What an attempt to fetch robots.txt means: 2xx its rules, 4xx (and too many redirects) nothing is forbidden, anything
 * else (5xx, no answer) everything is forbidden until it is asked again (RFC 9309, 2.3.1). 429 asks to stay away as 5xx does.
 */
export function robotsPolicy(address: string, got: Result<Fetched>, agent: string): RobotsPolicy {
  if (!got.ok) return got.refusal.code === 'request/redirects' ? open : closed;
  const { status, bytes } = got.value;
  if (status >= 400 && status < 500 && status !== 429) return open;
  if (status !== 200) return closed;
  return rulesOf(address, bytes.subarray(0, robotsBytes), agent);
}

function rulesOf(address: string, bytes: Uint8Array, agent: string): RobotsPolicy {
  const text = new TextDecoder().decode(bytes);
  // A page in place of rules is what many sites give for everything that they do not have.
  if (/^\s*<(?:!doctype|html|head|body)\b/i.test(text)) return open;
  const robots = parseRobots(address, text);
  return {
    kind: 'rules',
    isAllowed: (url) => url.length <= longestPath && robots.isAllowed(url, agent) !== false,
    delayMilliseconds: Math.min(
      longestDelayMilliseconds,
      Math.max(0, robots.getCrawlDelay(agent) ?? 0) * 1000,
    ),
  };
}
