import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore, type Store } from '../../store/open-store.ts';
import { createDatabase, type ScratchDatabase } from '../servers/postgres.ts';

/** Where the stores of one test file lie, on one of the databases. Each store that is asked for is new and empty. */
export type Stores = {
  /** A store of a new folder (and, on PostgreSQL, of a new database). */
  readonly open: (options?: { readonly engine?: string }) => Promise<OpenedStore>;
};

export type OpenedStore = {
  readonly store: Store;
  /** Sets the store's clock forward. */
  readonly pass: (milliseconds: number) => void;
  readonly now: () => number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** The same store once more, as another process or another version would open it. */
  readonly reopen: (engine?: string) => Promise<Store>;
};

/** Noon of a day; every test's clock begins there. */
const start = Date.UTC(2026, 0, 5, 12);

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onBothDatabases(name: string, tests: (stores: Stores) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (dialect) => {
    const folders: string[] = [];
    const databases: ScratchDatabase[] = [];
    const opened: Store[] = [];
    afterAll(async () => {
      for (const store of opened) await store.close();
      for (const database of databases) await database.drop();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });
    tests({
      open: async ({ engine = '1.0.0' } = {}) => {
        const dataFolder = await mkdtemp(path.join(tmpdir(), 'fuhe-store-'));
        folders.push(dataFolder);
        const database = dialect === 'postgres' ? await createDatabase() : undefined;
        if (database) databases.push(database);
        let now = start;
        const place = { dataFolder, ...(database && { databaseUrl: database.url }), clock: () => now };
        const open = async (version: string) => {
          const store = await openStore({ ...place, engine: version });
          opened.push(store);
          return store;
        };
        return {
          store: await open(engine),
          pass: (milliseconds) => {
            now += milliseconds;
          },
          now: () => now,
          dataFolder,
          databaseUrl: database?.url,
          reopen: (version = engine) => open(version),
        };
      },
    });
  });
}
