import type { Transaction } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { CrawlRunRecord, FinishedRunRecord } from './crawl-records.ts';

/** Runs of a site whose log is kept whole; of older ones only what was fetched, withdrawn or failed is. */
const fullLogs = 30;

export async function openRun(trx: Transaction<Tables>, site: string, now: number): Promise<CrawlRunRecord> {
  const open = await trx
    .selectFrom('crawl_runs')
    .select(['id', 'started_at'])
    .where('site', '=', site)
    .where('finished_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  if (open) return { id: open.id, site, startedAt: open.started_at, resumed: true };
  const { id } = await trx
    .insertInto('crawl_runs')
    .values({ site, started_at: now, finished_at: null, summary: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, site, startedAt: now, resumed: false };
}

/** Ends a run, and lets go of what only earlier runs needed: their frontiers, and in time the uneventful lines of their logs. */
export async function closeRun(
  trx: Transaction<Tables>,
  run: number,
  summary: unknown,
  now: number,
): Promise<void> {
  const closed = await trx
    .updateTable('crawl_runs')
    .set({ finished_at: now, summary: JSON.stringify(summary) })
    .where('id', '=', run)
    .returning('site')
    .executeTakeFirst();
  if (!closed) return;
  const earlier = trx
    .selectFrom('crawl_runs')
    .select('id')
    .where('site', '=', closed.site)
    .where('id', '<', run);
  await trx.deleteFrom('crawl_frontier').where('run', 'in', earlier).execute();
  const [oldest] = await earlier
    .orderBy('id', 'desc')
    .offset(fullLogs - 1)
    .limit(1)
    .execute();
  if (!oldest) return;
  await trx
    .deleteFrom('crawl_log')
    .where('site', '=', closed.site)
    .where('outcome', 'in', ['skipped', 'unchanged'])
    .where('run', '<', oldest.id)
    .execute();
}

export async function finishedRuns(
  db: Queries,
  site: string,
  limit: number,
): Promise<readonly FinishedRunRecord[]> {
  const rows = await db
    .selectFrom('crawl_runs')
    .selectAll()
    .where('site', '=', site)
    .where('finished_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? row.started_at,
    summary: JSON.parse(row.summary ?? 'null'),
  }));
}
