import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { blobPath } from '../blobs/blob-path.ts';
import type { Blobs } from '../blobs/blobs.ts';
import { blobFolder, openBlobs } from '../blobs/open-blobs.ts';
import { temporaryPrefix } from '../blobs/put-blob.ts';
import type { Database } from '../database/database.ts';
import { openExisting } from '../database/open-database.ts';
import type { StoreOptions } from '../open-store.ts';
import { checkRows } from './check-rows.ts';
import { withSnapshot } from './snapshot.ts';
import type { StoreFault, Verification } from './verification.ts';

/** Milliseconds after which a file that no row names was certainly not just coming in. */
const comingIn = 24 * 3_600_000;

/**
 * Reads every blob and compares every row with those that it belongs to; changes nothing, and may run while the store is used.
 */
export async function verifyStore({ dataFolder, databaseUrl }: StoreOptions): Promise<Verification> {
  const database = await openExisting(dataFolder, databaseUrl);
  try {
    const blobs = await openBlobs(dataFolder);
    // Blobs come before their rows: the list is taken after the rows, so that each blob of them is in it.
    const { expected, results } = await withSnapshot(database, (snapshot) =>
      expectedBlobs(snapshot.rows('documents'), snapshot.rows('results')),
    );
    const found = await hashAll(blobs);
    const rowFaults = await checkRows(database);
    const orphans = [...found.sizes.keys()].filter((sha256) => !expected.has(sha256));
    return {
      documents: [...expected.values()].filter((size) => size !== undefined).length,
      results,
      blobs: found.sizes.size,
      bytes: [...found.sizes.values()].reduce((sum, size) => sum + size, 0),
      faults: [...found.damaged, ...compare(expected, found.sizes), ...rowFaults],
      orphans: await stillUnnamed(database, orphans),
      temporary: await temporaryFiles(dataFolder),
    };
  } finally {
    await database.db.destroy();
  }
}

/** Removes what no row names, once it has lain there for a day; gives how many files that were. */
export async function cleanStore(
  { dataFolder, clock = Date.now }: StoreOptions,
  { orphans, temporary }: Pick<Verification, 'orphans' | 'temporary'>,
): Promise<number> {
  const folder = path.join(path.resolve(dataFolder), blobFolder);
  const files = [
    ...orphans.map((sha256) => blobPath(folder, sha256)),
    ...temporary.map((name) => path.join(folder, path.basename(name))),
  ];
  let removed = 0;
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (!found || clock() - found.mtimeMs < comingIn) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

type Rows = AsyncIterable<Readonly<Record<string, unknown>>>;

/** Hashes that rows name, with the size where it was recorded. */
type Expected = ReadonlyMap<string, number | undefined>;

async function expectedBlobs(
  documents: Rows,
  results: Rows,
): Promise<{ readonly expected: Expected; readonly results: number }> {
  const expected = new Map<string, number | undefined>();
  let count = 0;
  for await (const row of documents) expected.set(String(row.sha256), Number(row.size));
  for await (const { record } of results) {
    count += 1;
    if (typeof record === 'string' && !expected.has(record)) expected.set(record, undefined);
  }
  return { expected, results: count };
}

async function hashAll(blobs: Blobs): Promise<{
  readonly sizes: ReadonlyMap<string, number>;
  readonly damaged: readonly StoreFault[];
}> {
  const sizes = new Map<string, number>();
  const damaged: StoreFault[] = [];
  for await (const sha256 of blobs.list()) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of (await blobs.read(sha256)) ?? []) {
      hash.update(chunk);
      size += chunk.length;
    }
    sizes.set(sha256, size);
    if (hash.digest('hex') !== sha256) damaged.push({ kind: 'blob-damaged', subject: sha256 });
  }
  return { sizes, damaged };
}

function compare(expected: Expected, sizes: ReadonlyMap<string, number>): readonly StoreFault[] {
  return [...expected].flatMap(([subject, size]): readonly StoreFault[] => {
    const found = sizes.get(subject);
    if (found === undefined) return [{ kind: 'blob-missing', subject }];
    return size !== undefined && size !== found ? [{ kind: 'size-differs', subject }] : [];
  });
}

/** What came in while the blobs were being read has its row by now. */
async function stillUnnamed({ db }: Database, hashes: readonly string[]): Promise<readonly string[]> {
  const unnamed: string[] = [];
  for (const sha256 of hashes) {
    const document = await db
      .selectFrom('documents')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    const result = await db
      .selectFrom('results')
      .select('id')
      .where('record', '=', sha256)
      .executeTakeFirst();
    if (!document && !result) unnamed.push(sha256);
  }
  return unnamed;
}

async function temporaryFiles(dataFolder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(path.resolve(dataFolder), blobFolder));
  return names.filter((name) => name.startsWith(temporaryPrefix));
}
