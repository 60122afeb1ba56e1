import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, test } from 'vitest';
import { sqliteFile } from '../../store/database/open-database.ts';
import { addChecked, finding } from './arrivals.ts';
import { type OpenedStore, onBothDatabases } from './databases.ts';

/** Runs a statement past the store. */
async function runPast({ dataFolder, databaseUrl }: OpenedStore, statement: string): Promise<void> {
  if (databaseUrl === undefined) {
    const database = new DatabaseSync(path.join(dataFolder, sqliteFile));
    try {
      database.exec(statement);
    } finally {
      database.close();
    }
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

onBothDatabases('append-only tables', (stores) => {
  test('the database itself refuses to change or remove what people did', async () => {
    const opened = await stores.open();
    const { store } = opened;
    await addChecked(store, 'report', [[finding()]]);
    const [{ fingerprint } = { fingerprint: '' }] = (await store.findings.list()).findings;
    await store.reviews.decide([fingerprint], { verdict: 'confirm' }, 'li');
    for (const table of ['audit', 'decisions']) {
      await expect(runPast(opened, `delete from ${table}`)).rejects.toThrow('append-only');
      await expect(runPast(opened, `update ${table} set who = 'wang'`)).rejects.toThrow('append-only');
    }
    expect(await store.audit.list()).toHaveLength(1);
  });
});
