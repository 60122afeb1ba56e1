import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../store/database/open-database.ts';
import type { WorkListQuery } from '../store/findings/work-list.ts';
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts';
import { best } from './work-list/best.ts';
import { fillStore } from './work-list/fill-store.ts';

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
    await fillStore(database);
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

await main();
