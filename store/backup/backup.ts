import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openBlobs } from '../blobs/open-blobs.ts';
import type { Clock } from '../clock.ts';
import { migrations } from '../database/migrations/index.ts';
import { openExisting } from '../database/open-database.ts';
import type { StoreOptions } from '../open-store.ts';
import { StoreProblem } from '../store-problem.ts';
import { copyBlobs } from './copy-blobs.ts';
import { keptTables } from './kept-tables.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { type TableFile, writeRows } from './row-lines.ts';
import { type Row, type Snapshot, withSnapshot } from './snapshot.ts';

/** What a backup came to. */
export type BackedUp = { readonly documents: number; readonly blobs: number; readonly copied: number };

/** Folders of rows in a backup begin like this; all but the one that the manifest names are left-overs. */
const rowsPrefix = 'rows-';

/**
 * Writes everything into a folder while the store is in use: the rows of one moment, then the blobs that they name (which were all
 * on disk before the rows were). A second backup into the same folder copies only new blobs. It restores into either database.
 */
export async function backupStore(options: StoreOptions, target: string): Promise<BackedUp> {
  const { dataFolder, databaseUrl, engine, clock = Date.now } = options;
  refuseInside(dataFolder, target);
  await mkdir(target, { recursive: true });
  const database = await openExisting(dataFolder, databaseUrl);
  try {
    const rows = `${rowsPrefix}${stamp(clock)}`;
    await mkdir(path.join(target, rows), { recursive: true });
    const { tables, hashes } = await withSnapshot(database, (snapshot) =>
      writeTables(snapshot, path.join(target, rows)),
    );
    const blobs = await copyBlobs(await openBlobs(dataFolder), await openBlobs(target), hashes);
    const createdAt = new Date(clock()).toISOString();
    const about = { format: 1, schema: migrations.length, engine, createdAt, rows } as const;
    await writeManifest(target, { ...about, tables, blobs: hashes.size });
    await removeOldRows(target, rows);
    return { documents: tables.documents?.rows ?? 0, blobs: hashes.size, copied: blobs.copied };
  } finally {
    await database.db.destroy();
  }
}

type Written = { readonly tables: Manifest['tables']; readonly hashes: ReadonlySet<string> };

async function writeTables(snapshot: Snapshot, folder: string): Promise<Written> {
  const hashes = new Set<string>();
  const tables: Record<string, TableFile> = {};
  for (const table of keptTables) {
    const rows = noting(snapshot.rows(table), table, hashes);
    tables[table] = await writeRows(path.join(folder, `${table}.ndjson.gz`), rows);
  }
  return { tables, hashes };
}

/** Notes the blobs that rows name on their way. */
async function* noting(rows: AsyncIterable<Row>, table: string, hashes: Set<string>): AsyncIterable<Row> {
  for await (const row of rows) {
    if (table === 'documents') hashes.add(String(row.sha256));
    if (table === 'results' && typeof row.record === 'string') hashes.add(row.record);
    yield row;
  }
}

async function removeOldRows(target: string, current: string): Promise<void> {
  const old = (await readdir(target)).filter((name) => name.startsWith(rowsPrefix) && name !== current);
  for (const name of old) await rm(path.join(target, name), { recursive: true, force: true });
}

function stamp(clock: Clock): string {
  return new Date(clock()).toISOString().replace(/[-:.]/g, '');
}

function refuseInside(dataFolder: string, target: string): void {
  const relative = path.relative(path.resolve(dataFolder), path.resolve(target));
  if (relative !== '' && (relative.startsWith('..') || path.isAbsolute(relative))) return;
  throw new StoreProblem('backup/inside', {
    zh: '备份不能放在数据文件夹之内',
    en: 'a backup cannot lie in the data folder itself',
  });
}
