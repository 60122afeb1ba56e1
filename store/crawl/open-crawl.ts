import type { Clock } from '../clock.ts';
import type { Database, Queries } from '../database/database.ts';
import { raiseAlert, settleAlert, standingAlerts } from './alerts.ts';
import type { AddressRecord, CrawlLogEntry, CrawlLogQuery, CrawlRecords } from './crawl-records.ts';
import { recordStep } from './record-step.ts';
import { closeRun, finishedRuns, openRun } from './runs.ts';
import { prolongSite, releaseSite, takeSite } from './site-leases.ts';

const logPage = 100;

export function openCrawl({ db }: Database, clock: Clock): CrawlRecords {
  return {
    openRun: (site) => db.transaction().execute((trx) => openRun(trx, site, clock())),
    frontier: (run) => frontierOf(db, run),
    recall: (site, key) => recallPage(db, site, key),
    documents: (site) => documentsOf(db, site),
    record: (run, step) => db.transaction().execute((trx) => recordStep(trx, run, step, clock())),
    closeRun: (run, summary) => db.transaction().execute((trx) => closeRun(trx, run, summary, clock())),
    runs: (site, limit) => finishedRuns(db, site, limit),
    log: (site, query = {}) => logOf(db, site, query),
    raise: (site, kind, detail) =>
      db.transaction().execute((trx) => raiseAlert(trx, site, kind, detail, clock())),
    settle: (site, kind) => settleAlert(db, site, kind, clock()),
    alerts: (site) => standingAlerts(db, site),
    lease: (site, holder, lasts) => takeSite(db, site, holder, clock(), clock() + lasts),
    prolong: (lease, lasts) => prolongSite(db, lease, clock() + lasts),
    release: (lease) => releaseSite(db, lease),
  };
}

async function frontierOf(db: Queries, run: number): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('crawl_frontier')
    .select('entry')
    .where('run', '=', run)
    .orderBy('position')
    .execute();
  return rows.map(({ entry }): unknown => JSON.parse(entry));
}

async function recallPage(db: Queries, site: string, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('crawl_pages')
    .select('remembered')
    .where('site', '=', site)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && JSON.parse(row.remembered);
}

function documentsOf(db: Queries, site: string): Promise<readonly AddressRecord[]> {
  return db
    .selectFrom('crawl_pages')
    .select(['key', 'url', 'label'])
    .where('site', '=', site)
    .where('holds', '=', 'document')
    .where('withdrawn_at', 'is', null)
    .orderBy('key')
    .execute();
}

async function logOf(
  db: Queries,
  site: string,
  { run, key, outcome, before, limit = logPage }: CrawlLogQuery,
): Promise<readonly CrawlLogEntry[]> {
  let query = db.selectFrom('crawl_log').selectAll().where('site', '=', site);
  if (run !== undefined) query = query.where('run', '=', run);
  if (key !== undefined) query = query.where('key', '=', key);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    run: row.run,
    at: row.at,
    key: row.key,
    url: row.url,
    label: row.label,
    outcome: row.outcome,
    reason: row.reason ?? undefined,
    detail: row.detail === null ? undefined : JSON.parse(row.detail),
  }));
}
