import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { openBlobs } from '../blobs/open-blobs.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openUnmigrated } from '../database/open-database.ts';
import type { Tables } from '../database/tables.ts';
import type { StoreOptions } from '../open-store.ts';
import { StoreProblem } from '../store-problem.ts';
import { copyBlobs } from './copy-blobs.ts';
import { type KeptTable, keptTables } from './kept-tables.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { hashFile, readRows } from './row-lines.ts';
import type { Row } from './snapshot.ts';

/** What a restore brought back. */
export type Restored = { readonly documents: number; readonly blobs: number; readonly createdAt: string };

/** Rows that one statement inserts. */
const insertBatch = 200;

/**
 * Brings a backup back into an empty store, on either database: blobs first, then all rows in one transaction, then the steps of the
 * schema that are newer than the backup. A store that holds anything is refused.
 */
export async function restoreStore(
  { dataFolder, databaseUrl }: StoreOptions,
  source: string,
): Promise<Restored> {
  const manifest = await readManifest(source);
  await checkFiles(source, manifest);
  await mkdir(dataFolder, { recursive: true });
  const database = await openUnmigrated(dataFolder, databaseUrl);
  try {
    await migrate(database, manifest.schema);
    await refuseUnlessEmpty(database.db);
    const hashes = await blobsOf(source, manifest);
    await copyBlobs(await openBlobs(source), await openBlobs(dataFolder), hashes);
    await database.db.transaction().execute((trx) => insertTables(trx, database, source, manifest));
    await migrate(database);
    return {
      documents: manifest.tables.documents?.rows ?? 0,
      blobs: hashes.size,
      createdAt: manifest.createdAt,
    };
  } finally {
    await database.db.destroy();
  }
}

function fileOf(source: string, { rows }: Manifest, table: KeptTable): string {
  return path.join(source, rows, `${table}.ndjson.gz`);
}

/** Nothing is restored from a backup of which any file is not what it was. */
async function checkFiles(source: string, manifest: Manifest): Promise<void> {
  for (const table of keptTables) {
    const expected = manifest.tables[table];
    if (!expected) continue;
    const found = await hashFile(fileOf(source, manifest, table)).catch(() => undefined);
    if (found !== expected.sha256) {
      throw new StoreProblem('backup/damaged', {
        zh: `备份文件 ${table} 缺失或已损坏`,
        en: `the backup's file of ${table} is missing or damaged`,
      });
    }
  }
}

async function refuseUnlessEmpty(db: Kysely<Tables>): Promise<void> {
  for (const table of keptTables) {
    const row = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (row.rows.length > 0) {
      throw new StoreProblem('restore/not-empty', {
        zh: '目标存储不是空的；请恢复到新的数据文件夹或新的数据库',
        en: 'the target holds data; restore into a new data folder or a new database',
      });
    }
  }
}

async function blobsOf(source: string, manifest: Manifest): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for await (const row of readRows(fileOf(source, manifest, 'documents'))) hashes.add(String(row.sha256));
  for await (const row of readRows(fileOf(source, manifest, 'results'))) {
    if (typeof row.record === 'string') hashes.add(row.record);
  }
  return hashes;
}

async function insertTables(
  trx: Transaction<Tables>,
  { words }: Database,
  source: string,
  manifest: Manifest,
): Promise<void> {
  for (const table of keptTables) {
    if (!manifest.tables[table]) continue;
    let identity = false;
    for await (const rows of batches(readRows(fileOf(source, manifest, table)))) {
      identity = 'id' in (rows[0] ?? {});
      // The rows have the columns that this very table had when they were written.
      await trx
        .insertInto(table)
        .values(rows as never)
        .execute();
    }
    // PostgreSQL does not count numbers that it was given; SQLite does.
    if (identity && words.dialect === 'postgres') {
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
        trx,
      );
    }
  }
}

async function* batches(rows: AsyncIterable<Row>): AsyncIterable<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < insertBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
