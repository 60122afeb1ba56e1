import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { backupStore } from '../../store/backup/backup.ts';
import { keptTables, passingTables } from '../../store/backup/kept-tables.ts';
import { restoreStore } from '../../store/backup/restore.ts';
import { verifyStore } from '../../store/backup/verify.ts';
import { openDatabase } from '../../store/database/open-database.ts';
import { openStore, type Store, type StoreOptions } from '../../store/open-store.ts';
import { createDatabase } from '../servers/postgres.ts';
import { addChecked, addDocument, begin, finding, resultOf, urlOrigin } from './arrivals.ts';
import { type OpenedStore, onBothDatabases } from './databases.ts';

const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const clean of cleanups.reverse()) await clean();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhe-backup-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function optionsOf({ dataFolder, databaseUrl, now }: OpenedStore): StoreOptions {
  return { dataFolder, engine: '1.0.0', clock: now, ...(databaseUrl !== undefined && { databaseUrl }) };
}

async function emptyStore(dialect: 'sqlite' | 'postgres'): Promise<StoreOptions> {
  const place = { dataFolder: await newFolder(), engine: '1.0.0' };
  if (dialect === 'sqlite') return place;
  const database = await createDatabase();
  cleanups.push(database.drop);
  return { ...place, databaseUrl: database.url };
}

/** A row in every table that a backup keeps. */
async function fillEverything(store: Store): Promise<void> {
  const { sha256, stageId } = await addDocument(store, 'scan', {
    tags: ['天河'],
    origin: urlOrigin('http://www.tianhe.gov.cn/scan.pdf'),
  });
  await store.ledger.finish(await begin(store, stageId), {
    result: resultOf(sha256, [[finding()]]),
    record: { read: '复核' },
    next: ['ocr'],
  });
  const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
  await store.reviews.decide([fingerprint], { verdict: 'dismiss', reason: 'rounding' }, '李');
  await store.reviews.comment({ sha256, fingerprint }, '四舍五入', '李');
  const [current] = await store.results.history(sha256);
  const correction = {
    assessment: `${sha256}#1`,
    subject: 'total',
    field: 'printed',
    read: '9',
    value: null,
    why: '',
  } as const;
  await store.corrections.change(
    { sha256, base: current?.id ?? 0, add: [correction], rescored: resultOf(sha256, [[finding()]]) },
    '李',
  );
  const user = await store.accounts.create({ name: '李', role: 'admin', passwordHash: 'x' }, 'setup');
  const token = { userId: user?.id ?? 0, name: 't', role: 'viewer', secretHash: 'y' } as const;
  await store.accounts.createToken(token, '李');
  await store.views.save({ owner: '李', name: '全部', query: {}, visibility: 'own' });
  await store.settings.set('queue/check', 'paused', '李');
  const run = await store.crawl.openRun('tianhe');
  const address = { key: 'a', url: 'http://www.tianhe.gov.cn/', label: '首页' };
  const remembered = { holds: 'page', sha256, value: {} } as const;
  await store.crawl.record(run, {
    address,
    entry: {},
    outcome: 'fetched',
    remembered,
    found: [],
    skipped: [],
  });
  await store.crawl.raise('tianhe', 'nothing-new', {});
  await store.webhooks.spread(['http://hook.example/']);
}

async function readTables(options: StoreOptions): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await openDatabase(options.dataFolder, options.databaseUrl);
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of keptTables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      database.db,
    );
    const plain = rows.map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([key, value]) => [
            key,
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
          ])
          .sort(),
      ),
    );
    tables[table] = plain.sort();
  }
  await database.db.destroy();
  return tables;
}

onBothDatabases('backup', (stores) => {
  test('a backup keeps every table, and nothing is forgotten about', async () => {
    const opened = await stores.open();
    const database = await openDatabase(opened.dataFolder, opened.databaseUrl);
    const { rows } = await (opened.databaseUrl === undefined
      ? sql<{
          name: string;
        }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
    ).execute(database.db);
    await database.db.destroy();
    const names = rows.map(({ name }) => name).sort();
    expect(names).toEqual([...keptTables, ...passingTables, 'migrations'].sort());
  });

  test('a backup restores into either database, row by row and byte by byte', async () => {
    const opened = await stores.open();
    await fillEverything(opened.store);
    const options = optionsOf(opened);
    const backup = await newFolder();
    expect(await backupStore(options, backup)).toEqual({ documents: 1, blobs: 2, copied: 2 });
    const before = await readTables(options);
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([]);
    for (const dialect of ['sqlite', 'postgres'] as const) {
      const target = await emptyStore(dialect);
      expect(await restoreStore(target, backup)).toMatchObject({ documents: 1, blobs: 2 });
      expect(await readTables(target)).toEqual(before);
      expect(await verifyStore(target)).toMatchObject({ documents: 1, results: 2, faults: [], orphans: [] });
      const store = await openStore(target);
      const added = await addChecked(store, 'new', [[finding()]]);
      expect(await store.documents.get(added)).toMatchObject({ status: 'checked' });
      await store.close();
      await expect(restoreStore(target, backup)).rejects.toMatchObject({ code: 'restore/not-empty' });
    }
  });

  test('a backup that is taken while documents come in is one moment, whole', async () => {
    const opened = await stores.open();
    const { store } = opened;
    const backup = await newFolder();
    let going = true;
    const work = (async () => {
      for (let index = 0; going; index += 1) await addChecked(store, `report ${index}`, [[finding()]]);
    })();
    for (let round = 0; round < 3; round += 1) {
      await backupStore(optionsOf(opened), backup);
      const target = await emptyStore('sqlite');
      await restoreStore(target, backup);
      expect((await verifyStore(target)).faults).toEqual([]);
    }
    going = false;
    await work;
    const rows = (await readdir(backup)).filter((name) => name.startsWith('rows-'));
    expect(rows).toHaveLength(1);
  });

  test('a second backup copies what is new', async () => {
    const opened = await stores.open();
    await addChecked(opened.store, 'one', [[]]);
    const backup = await newFolder();
    await backupStore(optionsOf(opened), backup);
    opened.pass(1000);
    await addChecked(opened.store, 'two', [[]]);
    expect(await backupStore(optionsOf(opened), backup)).toEqual({ documents: 2, blobs: 2, copied: 1 });
  });

  test('an unfinished or damaged backup is refused, and so is a place inside the data', async () => {
    const opened = await stores.open();
    const sha256 = await addChecked(opened.store, 'one', [[]]);
    const options = optionsOf(opened);
    await expect(backupStore(options, path.join(opened.dataFolder, 'copy'))).rejects.toMatchObject({
      code: 'backup/inside',
    });
    const backup = await newFolder();
    await expect(restoreStore(await emptyStore('sqlite'), backup)).rejects.toMatchObject({
      code: 'backup/none',
    });
    await backupStore(options, backup);
    const blob = path.join(backup, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    await writeFile(blob, 'eno');
    await expect(restoreStore(await emptyStore('sqlite'), backup)).rejects.toMatchObject({
      code: 'blob/damaged',
    });
    const [rows = ''] = (await readdir(backup)).filter((name) => name.startsWith('rows-'));
    const file = path.join(backup, rows, 'documents.ndjson.gz');
    await writeFile(file, (await readFile(file)).subarray(0, 40));
    await expect(restoreStore(await emptyStore('sqlite'), backup)).rejects.toMatchObject({
      code: 'backup/damaged',
    });
  });
});
