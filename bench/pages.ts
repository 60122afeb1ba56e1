import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { engineVersion } from '../pipeline/engine-version.ts';
import { createLocalAccess } from '../review/accounts/local-access.ts';
import { createApp } from '../review/app.ts';
import { listen } from '../review/listen.ts';
import { openDatabase } from '../store/database/open-database.ts';
import { openStore, type StoreOptions } from '../store/open-store.ts';
import { addSample, dependenciesOf } from '../tests/review/review-server.ts';
import { createVisitor } from '../tests/review/visitor.ts';
import { best } from './work-list/best.ts';
import { fillStore } from './work-list/fill-store.ts';

/**
 * How long the pages take over HTTP with 100,000 findings in the store, without what a browser then draws: the list, the overview, a
 * document, a decision and a correction. `DATABASE_URL` measures PostgreSQL (an empty database) instead of SQLite.
 */
async function main(): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'fuhe-pages-'));
  const databaseUrl = process.env.DATABASE_URL;
  const place: StoreOptions = {
    dataFolder,
    engine: engineVersion,
    ...(databaseUrl !== undefined && { databaseUrl }),
  };
  const database = await openDatabase(dataFolder, databaseUrl);
  await fillStore(database);
  await database.db.destroy();
  const store = await openStore(place);
  const access = createLocalAccess();
  const app = createApp(dependenciesOf({ store }, { access, onFault: console.error }));
  const server = await listen(app, { address: '127.0.0.1', port: 0 });
  try {
    const visitor = createVisitor(`http://127.0.0.1:${server.port}`);
    await visitor.get(access.path);
    const ask = async (address: string): Promise<void> => {
      const { status } = await visitor.get(address);
      if (status !== 200) throw new Error(`${address}: ${status}`);
    };
    const tell = async (what: string, run: () => Promise<unknown>): Promise<void> =>
      console.log(`${what}\t${(await best(run)).toFixed(0)} ms`);
    await tell('work list', () => ask('/'));
    await tell('work list, everything', () => ask('/?state=any&sort=difference'));
    await tell('work list, search', () => ask('/?search=第42'));
    await tell('documents', () => ask('/documents'));
    await tell('overview', () => ask('/overview'));
    await tell('a unit over the years', () => ask('/overview/units?unit=第42中学'));
    for (const name of ['department-moved-cells.txt', 'project-shandong.pdf', 'project-shaanxi.xlsx']) {
      const sha256 = await addSample(store, name);
      await tell(`document ${name}`, () => ask(`/documents/${sha256}`));
    }
    const [finding] = (await store.findings.list({ sort: 'newest', limit: 1 })).findings;
    const decide = async (act: string, fields: Readonly<Record<string, string>>): Promise<void> => {
      const answer = await visitor.post(`/findings/${finding?.fingerprint}/${act}`, fields, {
        'x-part': 'yes',
      });
      if (answer.status !== 200) throw new Error(`${act}: ${answer.status}`);
    };
    await tell('confirm', () => decide('decide', { verdict: 'confirm' }));
    await tell('dismiss', () => decide('decide', { verdict: 'dismiss', reason: 'rounding' }));
    await tell('comment', () => decide('comment', { text: '已核实' }));
    await tell('undo', () => decide('undo', {}));
    await tell('take', () => decide('assign', { take: 'yes' }));
  } finally {
    await server.close();
    await store.close();
    rmSync(dataFolder, { recursive: true });
  }
}

await main();
