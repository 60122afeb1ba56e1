import { createHostTurns } from './politeness/host-turns.ts';
import { createRobotsCache } from './politeness/robots-cache.ts';
import { openPageReader } from './reader/page-reader.ts';
import { createClient } from './request/client.ts';
import type { CrawlMeans } from './run/crawl-settings.ts';

export type MeansSettings = {
  readonly version: string;
  /** An address or `mailto:` under which an operator of a crawled site reaches whoever runs this. */
  readonly contact: string | undefined;
  readonly allowPrivate: readonly string[];
};

/** What the crawls of a process share; `close` drops all connections. */
export function openMeans({ version, contact, allowPrivate }: MeansSettings): CrawlMeans & {
  readonly close: () => Promise<void>;
} {
  const userAgent = contact === undefined ? `fuhe/${version}` : `fuhe/${version} (+${contact})`;
  const client = createClient({ userAgent, allowPrivate });
  const robots = createRobotsCache({ client, agent: 'fuhe', now: Date.now });
  const reader = openPageReader();
  return {
    client,
    robots,
    reader,
    turns: createHostTurns(),
    close: async () => {
      await reader.close();
      await client.close();
    },
  };
}
