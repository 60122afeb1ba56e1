import { mkdir } from 'node:fs/promises';
import type { Accounts } from './accounts/accounts.ts';
import { openAccounts } from './accounts/open-accounts.ts';
import { type Audit, openAudit } from './audit/audit.ts';
import type { Blobs } from './blobs/blobs.ts';
import { openBlobs } from './blobs/open-blobs.ts';
import type { Clock } from './clock.ts';
import type { Corrections } from './corrections/corrections.ts';
import { openCorrections } from './corrections/open-corrections.ts';
import type { CrawlRecords } from './crawl/crawl-records.ts';
import { openCrawl } from './crawl/open-crawl.ts';
import { openDatabase } from './database/open-database.ts';
import type { Documents } from './documents/documents.ts';
import { openDocuments } from './documents/open-documents.ts';
import { openFindings } from './findings/open-findings.ts';
import type { Findings } from './findings/work-list.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openLedger } from './ledger/open-ledger.ts';
import { openOverview } from './overview/open-overview.ts';
import type { Overview } from './overview/overview.ts';
import { openResults } from './results/open-results.ts';
import type { Results } from './results/results.ts';
import { openReviews } from './reviews/open-reviews.ts';
import type { Reviews } from './reviews/reviews.ts';
import { openSettings, type Settings } from './settings/settings.ts';
import { openViews, type Views } from './views/views.ts';
import { openWebhooks } from './webhooks/open-webhooks.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import { openWorkers, type Workers } from './workers/workers.ts';

/** Where a store is, and who uses it. */
export type StoreOptions = {
  /** Folder of the blobs and, without a database address, of SQLite's file; created when it is not there. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database (`postgres://…`); SQLite in the data folder without it. */
  readonly databaseUrl?: string;
  /** Version of the engine whose work is recorded: `engineVersion` of the pipeline. */
  readonly engine: string;
  /** The system's clock unless given. */
  readonly clock?: Clock;
};

/** The record of everything: what came in, what is to be done, what was found, what people said. */
export type Store = {
  readonly blobs: Blobs;
  readonly documents: Documents;
  readonly ledger: Ledger;
  readonly results: Results;
  readonly findings: Findings;
  readonly overview: Overview;
  readonly reviews: Reviews;
  readonly corrections: Corrections;
  readonly accounts: Accounts;
  readonly views: Views;
  readonly audit: Audit;
  readonly crawl: CrawlRecords;
  readonly settings: Settings;
  readonly workers: Workers;
  readonly webhooks: Webhooks;
  readonly close: () => Promise<void>;
};

/** Opens a store and brings its schema up to date. Throws a `StoreProblem` where it cannot be used. */
export async function openStore({
  dataFolder,
  databaseUrl,
  engine,
  clock = Date.now,
}: StoreOptions): Promise<Store> {
  await mkdir(dataFolder, { recursive: true });
  const blobs = await openBlobs(dataFolder);
  const database = await openDatabase(dataFolder, databaseUrl);
  return {
    blobs,
    documents: openDocuments(database, clock, engine),
    ledger: openLedger({ database, blobs, clock, engine }),
    results: openResults(database, blobs),
    findings: openFindings(database),
    overview: openOverview(database),
    reviews: openReviews(database, clock, engine),
    corrections: openCorrections(database, clock, engine),
    accounts: openAccounts(database, clock, engine),
    views: openViews(database, clock),
    audit: openAudit(database, clock, engine),
    crawl: openCrawl(database, clock),
    settings: openSettings(database, clock, engine),
    workers: openWorkers(database, clock, engine),
    webhooks: openWebhooks(database, clock, engine),
    close: () => database.db.destroy(),
  };
}
