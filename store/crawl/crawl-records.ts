/**
 * What the crawler must not forget. Its own words (entries, memories, summaries) pass through as JSON; the store knows of them
 * only what it has to look for.
 */
export type CrawlRecords = {
  /** The site's unfinished run, or a new one that begins now. */
  readonly openRun: (site: string) => Promise<CrawlRunRecord>;
  /** Entries of a run in the order in which it came across them. */
  readonly frontier: (run: number) => Promise<readonly unknown[]>;
  /** What was remembered of an address at its last success. */
  readonly recall: (site: string, key: string) => Promise<unknown>;
  /** Addresses at which documents were found and that were not withdrawn since, by key. */
  readonly documents: (site: string) => Promise<readonly AddressRecord[]>;
  /** One address dealt with and everything that follows from it, in one transaction. */
  readonly record: (run: CrawlRunRecord, step: CrawlStepRecord) => Promise<void>;
  readonly closeRun: (run: number, summary: unknown) => Promise<void>;
  /** Finished runs of a site, newest first. */
  readonly runs: (site: string, limit: number) => Promise<readonly FinishedRunRecord[]>;
  /** What became of the addresses of a site, newest first: the answer to "why was it not fetched". */
  readonly log: (site: string, query?: CrawlLogQuery) => Promise<readonly CrawlLogEntry[]>;
  /** Raises an alert of a kind, once until it is settled. */
  readonly raise: (site: string, kind: string, detail: unknown) => Promise<void>;
  readonly settle: (site: string, kind: string) => Promise<void>;
  /** Alerts that still hold, of one site or of all, oldest first. */
  readonly alerts: (site?: string) => Promise<readonly AlertRecord[]>;
  /** The right to crawl a site for `lasts` milliseconds; undefined while somebody else has it. */
  readonly lease: (site: string, holder: string, lasts: number) => Promise<SiteLease | undefined>;
  /** Makes a lease last longer; false when it is lost, and the crawl should stop. */
  readonly prolong: (lease: SiteLease, lasts: number) => Promise<boolean>;
  readonly release: (lease: SiteLease) => Promise<void>;
};

export type CrawlRunRecord = {
  readonly id: number;
  readonly site: string;
  readonly startedAt: number;
  /** An earlier process had begun it. */
  readonly resumed: boolean;
};

export type AddressRecord = { readonly key: string; readonly url: string; readonly label: string };

export type CrawlStepRecord = {
  readonly address: AddressRecord;
  /** The address's entry in the frontier as it now is. */
  readonly entry: unknown;
  /** What became of it (`fetched`, `failed`, …); `withdrawn` takes it off the documents. */
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly detail?: unknown;
  /** Only after success; without it the earlier memory stays. */
  readonly remembered?:
    | {
        readonly holds: 'page' | 'document' | 'nothing';
        readonly sha256: string;
        readonly value: unknown;
      }
    | undefined;
  /** Addresses that the run had not come across before. */
  readonly found: readonly { readonly key: string; readonly entry: unknown }[];
  readonly skipped: readonly (AddressRecord & { readonly reason: string; readonly detail?: unknown })[];
};

export type FinishedRunRecord = {
  readonly id: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly summary: unknown;
};

/** `before` is the id of the last entry of the page before. */
export type CrawlLogQuery = {
  readonly run?: number;
  readonly key?: string;
  readonly outcome?: string;
  readonly before?: number;
  readonly limit?: number;
};

export type CrawlLogEntry = AddressRecord & {
  readonly id: number;
  readonly run: number;
  readonly at: number;
  /** `skipped`, or what the step came to. */
  readonly outcome: string;
  readonly reason: string | undefined;
  readonly detail: unknown;
};

export type AlertRecord = {
  readonly site: string;
  readonly kind: string;
  readonly raisedAt: number;
  readonly detail: unknown;
};

export type SiteLease = { readonly site: string; readonly fence: number; readonly until: number };
