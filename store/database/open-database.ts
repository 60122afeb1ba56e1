import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { StoreProblem } from '../store-problem.ts';
import { postgresWords, sqliteWords } from './column-words.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** Milliseconds that SQLite itself waits for another process that is writing; `whenFree` waits longer, and blocks nobody. */
const busyTimeout = 10;

/** The name of SQLite's file in the data folder. */
export const sqliteFile = 'fuhe.sqlite';

/** Opens SQLite in the data folder, or PostgreSQL where an address is given, and brings its schema up to date. */
export async function openDatabase(dataFolder: string, databaseUrl: string | undefined): Promise<Database> {
  const database = await openUnmigrated(dataFolder, databaseUrl);
  try {
    await migrate(database);
  } catch (problem) {
    await database.db.destroy();
    throw problem;
  }
  return database;
}

/** The same for a store that must be there already: `store/absent` where SQLite has no file. */
export async function openExisting(dataFolder: string, databaseUrl: string | undefined): Promise<Database> {
  if (databaseUrl === undefined && !existsSync(path.join(dataFolder, sqliteFile))) {
    throw new StoreProblem('store/absent', {
      zh: `${dataFolder} 中没有数据`,
      en: `there is no store in ${dataFolder}`,
    });
  }
  return openDatabase(dataFolder, databaseUrl);
}

/** The same with the schema as it is. */
export async function openUnmigrated(dataFolder: string, databaseUrl: string | undefined): Promise<Database> {
  return databaseUrl === undefined
    ? openSqlite(path.join(dataFolder, sqliteFile))
    : openPostgres(databaseUrl);
}

function openSqlite(file: string): Database {
  const sqlite = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  // FULL: a commit that was answered survives a loss of power, not only the death of the process.
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory');
  return { db: new Kysely({ dialect: sqliteDialect(sqlite) }), words: sqliteWords };
}

async function openPostgres(databaseUrl: string): Promise<Database> {
  const { postgresDialect } = await import('./postgres-dialect.ts');
  return { db: new Kysely({ dialect: postgresDialect(databaseUrl, () => {}) }), words: postgresWords };
}
