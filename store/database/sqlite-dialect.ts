import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { whenFree } from './when-free.ts';

/** Statements kept prepared; lists of other lengths are other statements, so there is no end to them. */
const preparedStatements = 300;

/**
 * Kysely on Node's own SQLite. Transactions begin `immediate`: a transaction that first reads and then writes would
 * otherwise fail when another process wrote in between.
 */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function driverOf(database: DatabaseSync): Driver {
  const connection = connectionTo(database);
  const run = (command: string) => async () => {
    await connection.executeQuery(CompiledQuery.raw(command));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: run('begin immediate'),
    commitTransaction: run('commit'),
    rollbackTransaction: async () => {
      // SQLite has rolled back by itself when the disk is full.
      if (database.isTransaction) database.exec('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => database.close(),
  };
}

function connectionTo(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>();
  const prepare = (command: string): StatementSync => {
    const known = prepared.get(command);
    if (known) return known;
    if (prepared.size >= preparedStatements) prepared.clear();
    const statement = database.prepare(command);
    prepared.set(command, statement);
    return statement;
  };
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = prepare(sql);
      const values = parameters.map(bindable);
      return whenFree((): QueryResult<R> => {
        // What the columns hold is the caller's word, as with every driver of kysely.
        if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
        const { changes, lastInsertRowid } = statement.run(...values);
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
      });
    },
    streamQuery: async function* <R>({ sql, parameters }: CompiledQuery) {
      // A statement of its own: the prepared one may be asked again before this one has ended.
      for (const row of database.prepare(sql).iterate(...parameters.map(bindable)))
        yield { rows: [row as R] };
    },
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value} as a parameter`);
}
