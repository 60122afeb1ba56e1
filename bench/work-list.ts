import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../store/database/database.ts';
import { openDatabase } from '../store/database/open-database.ts';
import { findingRows } from '../store/findings/finding-rows.ts';
import type { WorkListQuery } from '../store/findings/work-list.ts';
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts';
import { filler, resultNumber } from './work-list/made-findings.ts';

/**
 * How long the work list takes over 100,000 findings of 5,000 documents: a page with its counts and facets, as a reviewer asks for
 * it. The baseline is what any list must do at least: SQLite reading every row once. `DATABASE_URL` measures PostgreSQL (an empty
 * database) instead.
 */
async function main(): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'fuhe-work-list-'));
  const databaseUrl = process.env.DATABASE_URL;
  const place: StoreOptions = {
    dataFolder,
    engine: 'bench',
    ...(databaseUrl !== undefined && { databaseUrl }),
  };
  try {
    const database = await openDatabase(dataFolder, databaseUrl);
    await fill(database);
    const baseline = await best(() => sql`select sum(length(message_zh)) from findings`.execute(database.db));
    const store = await openStore(place);
    console.log(`every row once\t${baseline.toFixed(0)} ms`);
    for (const [name, query] of queries) await report(store, name, query);
    await store.close();
    await database.db.destroy();
  } finally {
    rmSync(dataFolder, { recursive: true });
  }
}

const queries: readonly (readonly [string, WorkListQuery])[] = [
  ['all, newest', {}],
  ['all, by severity', { sort: 'severity' }],
  ['all, by difference', { sort: 'difference' }],
  ['all, by unit', { sort: 'unit' }],
  ['what waits, by severity', { filter: { state: ['open', 'reopened'] }, sort: 'severity' }],
  ['open errors', { filter: { state: ['open'], severity: ['error'] }, sort: 'severity' }],
  ['open hints', { filter: { state: ['open'], severity: ['info'] }, sort: 'severity' }],
  ['one district, one year', { filter: { district: ['天河区'], year: [2023] }, sort: 'difference' }],
  ['one unit', { filter: { unit: ['第42中学'] } }],
  ['grade changes', { filter: { affectsGrade: [1] }, sort: 'unit' }],
  ['search by unit', { filter: { search: '第42' } }],
  ['search, nothing found', { filter: { search: '没有这个单位' } }],
];

async function report(store: Store, name: string, query: WorkListQuery): Promise<void> {
  const page = await best(() => store.findings.list(query));
  const facets = await best(() => store.findings.facets(query.filter));
  const whole = await best(() =>
    Promise.all([
      store.findings.list(query),
      store.findings.count(query.filter),
      store.findings.facets(query.filter),
    ]),
  );
  console.log(
    `${name}\tpage ${page.toFixed(0)} ms\tfacets ${facets.toFixed(0)} ms\tall ${whole.toFixed(0)} ms`,
  );
}

/** The best of several runs, in milliseconds. */
async function best(run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const documents = 5000;
const batch = 500;

async function fill({ db }: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let index = 0; index < documents; index += 1) {
      const { document, result } = filler(index);
      await trx.insertInto('documents').values(document).execute();
      const rows = findingRows(document, result, index);
      for (let start = 0; start < rows.length; start += batch)
        await trx
          .insertInto('findings')
          .values(
            rows.slice(start, start + batch).map((row, number) => ({
              ...row,
              state: resultNumber(index + number, 5) === 0 ? 'confirmed' : 'open',
              assignee: resultNumber(index + number, 3) === 0 ? 'li' : '',
            })),
          )
          .execute();
    }
  });
  await sql`analyze`.execute(db);
}

await main();
