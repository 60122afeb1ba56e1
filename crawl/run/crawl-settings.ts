import type { CrawlMemory, CrawlStep } from '../memory/crawl-memory.ts';
import type { HostTurns } from '../politeness/host-turns.ts';
import type { RobotsCache } from '../politeness/robots-cache.ts';
import type { PageReader } from '../reader/page-reader.ts';
import type { Client } from '../request/client.ts';
import type { ContentKind } from '../request/content-kind.ts';
import type { FetchEvidence } from '../request/fetched.ts';
import type { Site } from '../site.ts';

/** A document that a crawl has come by. */
export type CrawledDocument = {
  readonly site: string;
  readonly bytes: Uint8Array;
  readonly kind: ContentKind;
  /** The link's words with the file's ending, or the page's title: often the only real name. */
  readonly name: string;
  /** The address as it was linked; it stays the same when a redirect changes. */
  readonly url: string;
  readonly foundOn: string | undefined;
  readonly linkText: string;
  readonly evidence: FetchEvidence;
  /** `changed`: other bytes were at this address before. */
  readonly change: 'new' | 'changed';
};

/** What the crawls of a process share: one client, the turns of hosts, the rules of hosts, one thread that reads pages. */
export type CrawlMeans = {
  readonly client: Client;
  readonly turns: HostTurns;
  readonly robots: RobotsCache;
  readonly reader: PageReader;
};

export type CrawlSettings = {
  readonly site: Site;
  readonly memory: CrawlMemory;
  readonly means: CrawlMeans;
  /** Resolves when the document is safe; only then it counts as seen. */
  readonly onDocument: (document: CrawledDocument) => Promise<void>;
  readonly onWithdrawn: (url: string) => Promise<void>;
  /** `list` visits pages only and leaves files alone: a dry run. */
  readonly files: 'fetch' | 'list';
  readonly now: () => Date;
  /** Stops between two requests, and a request under way; the run stays open and goes on next time. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: CrawlStep) => void;
};
