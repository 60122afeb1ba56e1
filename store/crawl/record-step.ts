import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { AddressRecord, CrawlRunRecord, CrawlStepRecord } from './crawl-records.ts';

/** Rows that one statement inserts. */
const insertBatch = 500;

/** See `CrawlRecords.record`. */
export async function recordStep(
  trx: Transaction<Tables>,
  run: CrawlRunRecord,
  step: CrawlStepRecord,
  now: number,
): Promise<void> {
  const { key } = step.address;
  const { numUpdatedRows } = await trx
    .updateTable('crawl_frontier')
    .set({ entry: JSON.stringify(step.entry) })
    .where('run', '=', run.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  // A start page is in no frontier before it was dealt with.
  const itself = numUpdatedRows === 0n ? [{ key, entry: step.entry }] : [];
  await addFound(trx, run, [...itself, ...step.found]);
  await remember(trx, run.site, step, now);
  await writeLog(trx, run, step, now);
}

async function addFound(
  trx: Transaction<Tables>,
  run: CrawlRunRecord,
  found: CrawlStepRecord['found'],
): Promise<void> {
  if (found.length === 0) return;
  const { last } = await trx
    .selectFrom('crawl_frontier')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('run', '=', run.id)
    .executeTakeFirstOrThrow();
  const rows = found.map(({ key, entry }, index) => ({
    run: run.id,
    position: (last ?? -1) + 1 + index,
    key,
    entry: JSON.stringify(entry),
  }));
  for (let start = 0; start < rows.length; start += insertBatch) {
    await trx
      .insertInto('crawl_frontier')
      .values(rows.slice(start, start + insertBatch))
      .onConflict((conflict) => conflict.columns(['run', 'key']).doNothing())
      .execute();
  }
}

async function remember(
  trx: Transaction<Tables>,
  site: string,
  { address, outcome, remembered }: CrawlStepRecord,
  now: number,
): Promise<void> {
  if (outcome === 'withdrawn') {
    await trx
      .updateTable('crawl_pages')
      .set({ withdrawn_at: now })
      .where('site', '=', site)
      .where('key', '=', address.key)
      .where('withdrawn_at', 'is', null)
      .execute();
  }
  if (!remembered) return;
  const columns = {
    url: address.url,
    label: address.label,
    holds: remembered.holds,
    sha256: remembered.sha256,
    remembered: JSON.stringify(remembered.value),
    fetched_at: now,
    withdrawn_at: null,
  };
  await trx
    .insertInto('crawl_pages')
    .values({ site, key: address.key, ...columns })
    .onConflict((conflict) => conflict.columns(['site', 'key']).doUpdateSet(columns))
    .execute();
}

async function writeLog(
  trx: Transaction<Tables>,
  run: CrawlRunRecord,
  { address, outcome, reason, detail, skipped }: CrawlStepRecord,
  now: number,
): Promise<void> {
  const line = (about: AddressRecord, what: string, why: string | undefined, more: unknown) => ({
    site: run.site,
    run: run.id,
    at: now,
    key: about.key,
    url: about.url,
    label: about.label,
    outcome: what,
    reason: why ?? null,
    detail: more === undefined ? null : JSON.stringify(more),
  });
  const rows = [
    line(address, outcome, reason, detail),
    ...skipped.map((each) => line(each, 'skipped', each.reason, each.detail)),
  ];
  for (let start = 0; start < rows.length; start += insertBatch) {
    await trx
      .insertInto('crawl_log')
      .values(rows.slice(start, start + insertBatch))
      .execute();
  }
}
