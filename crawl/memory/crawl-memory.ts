import type { Refusal } from '../../model/outcome-channels.ts';

/**
 * What a crawl must not forget, between steps and between runs. A crawl takes any such memory: `memoryInProcess` for dry
 * runs and tests, the store's in service. All values are JSON-safe.
 *
 * Keys of addresses are `addressKey(url)`. Every call is durable when it resolves; `record` is one transaction.
 */
export type CrawlMemory = {
  /** The site's unfinished run, or a new one that begins now. */
  readonly openRun: (site: string, now: Date) => Promise<CrawlRun>;
  /** Everything that the run has come across so far, in the order in which it did. */
  readonly frontier: (run: CrawlRun) => Promise<readonly FrontierEntry[]>;
  /** What is known of an address from its last success, in this or an earlier run. */
  readonly recall: (site: string, key: string) => Promise<Remembered | undefined>;
  /** Addresses at which documents were found once and that were not withdrawn since. */
  readonly documents: (site: string) => Promise<readonly KnownDocument[]>;
  readonly record: (run: CrawlRun, step: CrawlStep) => Promise<void>;
  readonly closeRun: (run: CrawlRun, summary: RunSummary) => Promise<void>;
  /** The last finished runs of a site, newest first. */
  readonly runs: (site: string, limit: number) => Promise<readonly FinishedRun[]>;
  readonly raise: (site: string, alert: CrawlAlert) => Promise<void>;
  /** Takes back an alert that no longer holds. */
  readonly settle: (site: string, kind: CrawlAlert['kind']) => Promise<void>;
};

export type CrawlRun = {
  readonly id: string;
  readonly site: string;
  /** ISO 8601, UTC; so are all times here. */
  readonly startedAt: string;
  /** Goes on where an earlier process stopped; `totals` are those of its last step. */
  readonly resumed: boolean;
  readonly totals: RunTotals;
};

/** What a run has done so far. */
export type RunTotals = {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly unchanged: number;
  /** Documents met, unchanged ones too. */
  readonly documents: number;
  readonly newDocuments: number;
  readonly changedDocuments: number;
  readonly withdrawnDocuments: number;
  readonly failed: number;
  readonly skipped: number;
};

/** An address that a run has come across. `parent` is the page that led to it. */
export type FrontierEntry = {
  readonly key: string;
  readonly url: string;
  readonly kind: LinkKind;
  readonly depth: number;
  /** Higher is fetched sooner. */
  readonly score: number;
  readonly state: 'waiting' | 'done' | 'skipped';
  readonly label: string;
  readonly parent?: string | undefined;
  /** Failed attempts so far. */
  readonly attempts?: number | undefined;
  /** Title of the page that the link stood on. */
  readonly context?: string | undefined;
};

/** What an address is expected to be; what it is is told by its bytes. */
export type LinkKind = 'start' | 'list' | 'page' | 'data' | 'file';

/** An address after its last success. */
export type Remembered = {
  readonly url: string;
  readonly sha256: string;
  /** Where a redirect led to, if one did: etag and time belong to that address. */
  readonly finalUrl?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly fetchedAt: string;
  readonly size: number;
  readonly holds: 'page' | 'document' | 'nothing';
  /** Where a page led to: an unchanged page is not sent again, but its links still count. */
  readonly links: readonly FrontierEntry[];
};

export type KnownDocument = { readonly key: string; readonly url: string; readonly label: string };

/** One address dealt with, and everything that follows from it. */
export type CrawlStep = {
  readonly entry: FrontierEntry;
  readonly outcome: StepOutcome;
  /** Only after success; absent, the earlier memory stays. */
  readonly remembered?: Remembered | undefined;
  /** Addresses that the run had not come across before. */
  readonly found: readonly FrontierEntry[];
  readonly skipped: readonly SkippedAddress[];
  /** Of the run, this step included. */
  readonly totals: RunTotals;
};

export type StepOutcome = {
  /** `postponed`: will be tried again in this run. */
  readonly kind: 'fetched' | 'unchanged' | 'withdrawn' | 'refused' | 'failed' | 'postponed';
  readonly bytes: number;
  /** What came was a document: seen for the first time at this address, or another than before. */
  readonly document?: 'new' | 'changed' | undefined;
  /** Of a refusal or a failure. */
  readonly refusal?: Refusal | undefined;
};

/** Why an address was not fetched; `reason` is a key of `skipReasons`, or a refusal's code. */
export type SkippedAddress = {
  readonly key: string;
  readonly url: string;
  readonly label: string;
  readonly reason: string;
  readonly detail?: string | undefined;
};

/** How a run ended: everything was visited, a budget was used up, or the site did not answer at all. */
export type RunSummary = {
  readonly finishedAt: string;
  readonly outcome: 'complete' | 'budget' | 'dead';
  readonly totals: RunTotals;
};

export type FinishedRun = RunSummary & { readonly id: string; readonly startedAt: string };

/** Something that an operator should look at. */
export type CrawlAlert = {
  readonly kind: 'dead-site' | 'nothing-new' | 'nothing-found';
  readonly since: string;
  readonly zh: string;
  readonly en: string;
};
