import type { CrawlStep } from '../../crawl/memory/crawl-memory.ts';
import { memoryInProcess } from '../../crawl/memory/memory-in-process.ts';
import { createHostTurns } from '../../crawl/politeness/host-turns.ts';
import { createRobotsCache } from '../../crawl/politeness/robots-cache.ts';
import { openPageReader } from '../../crawl/reader/page-reader.ts';
import { createClient } from '../../crawl/request/client.ts';
import type { CrawledDocument, CrawlMeans, CrawlSettings } from '../../crawl/run/crawl-settings.ts';
import { type CrawlResult, crawlSite } from '../../crawl/run/crawl-site.ts';
import { type Site, siteSchema } from '../../crawl/site.ts';
import type { TestSite } from './resource.ts';
import type { TestWeb } from './test-web.ts';

/** Milliseconds between two requests to a host of the test web. */
export const testInterval = 20;

export function testMeans(
  web: Pick<TestWeb, 'resolve'>,
): CrawlMeans & { readonly close: () => Promise<void> } {
  const client = createClient({
    userAgent: 'fuhe/0.1 (+mailto:operator@example.org)',
    allowPrivate: ['127.0.0.0/8'],
    resolve: web.resolve,
    limits: { bytes: 4_000_000, unpackedBytes: 8_000_000, totalMilliseconds: 1000, idleMilliseconds: 800 },
  });
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

export function siteOf(web: TestWeb, test: TestSite, more: Partial<Site> = {}): Site {
  return siteSchema.parse({
    name: test.host,
    start: [`${web.originOf(test)}${test.start}`],
    intervalSeconds: testInterval / 1000,
    ...more,
  });
}

export type TestCrawl = CrawlResult & {
  readonly documents: readonly CrawledDocument[];
  readonly withdrawn: readonly string[];
  readonly steps: readonly CrawlStep[];
};

/** Crawls once and keeps what came of it. */
export async function crawlOnce(
  site: Site,
  means: CrawlMeans,
  more: Partial<CrawlSettings> = {},
): Promise<TestCrawl> {
  const documents: CrawledDocument[] = [];
  const withdrawn: string[] = [];
  const steps: CrawlStep[] = [];
  const result = await crawlSite({
    site,
    memory: memoryInProcess(),
    means,
    files: 'fetch',
    now: () => new Date(),
    onDocument: async (document) => {
      documents.push(document);
    },
    onWithdrawn: async (url) => {
      withdrawn.push(url);
    },
    onStep: (step) => steps.push(step),
    ...more,
  });
  return { ...result, documents, withdrawn, steps };
}

/** The path of an address as the test web keeps it. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
