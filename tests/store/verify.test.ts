import { rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanStore, verifyStore } from '../../store/backup/verify.ts';
import { openDatabase } from '../../store/database/open-database.ts';
import { addChecked, addDocument, finding } from './arrivals.ts';
import { type OpenedStore, onBothDatabases } from './databases.ts';

function optionsOf({ dataFolder, databaseUrl }: OpenedStore) {
  return { dataFolder, engine: '1.0.0', ...(databaseUrl !== undefined && { databaseUrl }) };
}

function blobFile({ dataFolder }: OpenedStore, sha256: string): string {
  return path.join(dataFolder, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function runPast(opened: OpenedStore, ...statements: readonly string[]): Promise<void> {
  const { db } = await openDatabase(opened.dataFolder, opened.databaseUrl);
  for (const statement of statements) await sql.raw(statement).execute(db);
  await db.destroy();
}

onBothDatabases('verify', (stores) => {
  test('a store in use has no faults', async () => {
    const opened = await stores.open();
    await addChecked(opened.store, 'one', [[finding()]]);
    await addDocument(opened.store, 'waiting');
    expect(await verifyStore(optionsOf(opened))).toEqual({
      documents: 2,
      results: 1,
      blobs: 2,
      bytes: 10,
      faults: [],
      orphans: [],
      temporary: [],
    });
  });

  test('bytes that changed, were cut or have gone are named', async () => {
    const opened = await stores.open();
    const changed = await addChecked(opened.store, 'changed', [[]]);
    const cut = await addChecked(opened.store, 'cut', [[]]);
    const gone = await addChecked(opened.store, 'gone', [[]]);
    await writeFile(blobFile(opened, changed), 'CHANGED');
    await writeFile(blobFile(opened, cut), 'cu');
    await rm(blobFile(opened, gone));
    const { faults } = await verifyStore(optionsOf(opened));
    expect(faults.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual(
      [
        `blob-damaged ${changed}`,
        `blob-damaged ${cut}`,
        `size-differs ${cut}`,
        `blob-missing ${gone}`,
      ].sort(),
    );
  });

  test('rows that contradict each other are named', async () => {
    const opened = await stores.open();
    const one = await addChecked(opened.store, 'one', [[]]);
    const two = await addChecked(opened.store, 'two', [[]]);
    const three = await addDocument(opened.store, 'three');
    await runPast(
      opened,
      `update ledger set state = 'waiting' where sha256 = '${one}'`,
      `update documents set current_result = null where sha256 = '${two}'`,
      `update ledger set state = 'done' where sha256 = '${three.sha256}'`,
    );
    const { faults } = await verifyStore(optionsOf(opened));
    expect(faults).toEqual([
      { kind: 'no-result', subject: three.sha256 },
      { kind: 'unfinished-result', subject: one },
      { kind: 'wrong-current', subject: two },
    ]);
    await runPast(opened, `delete from ledger where sha256 = '${three.sha256}'`);
    expect((await verifyStore(optionsOf(opened))).faults).toContainEqual({
      kind: 'not-queued',
      subject: three.sha256,
    });
  });

  test('what no row names is shown, and removed on request once it is a day old', async () => {
    const opened = await stores.open();
    const kept = await addChecked(opened.store, 'one', [[]]);
    const stored = await opened.store.blobs.put(Buffer.from('never accepted'));
    const orphan = stored.ok ? stored.value.sha256 : '';
    const temporary = path.join(opened.dataFolder, 'blobs', '.incoming-crashed');
    await writeFile(temporary, 'half');
    const options = optionsOf(opened);
    const before = await verifyStore(options);
    expect(before).toMatchObject({ faults: [], orphans: [orphan], temporary: ['.incoming-crashed'] });
    expect(await cleanStore(options, before)).toBe(0);
    const longAgo = new Date(Date.now() - 2 * 24 * 3_600_000);
    for (const file of [temporary, blobFile(opened, orphan)]) await utimes(file, longAgo, longAgo);
    expect(await cleanStore(options, before)).toBe(2);
    expect(await verifyStore(options)).toMatchObject({ faults: [], orphans: [], temporary: [], blobs: 1 });
    expect(await opened.store.blobs.has(kept)).toBe(true);
  });
});
