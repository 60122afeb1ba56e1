import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { KeptTable } from './kept-tables.ts';

/** A row of any table, as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** All tables as they were at one moment, whatever is written meanwhile. */
export type Snapshot = { readonly rows: (table: KeptTable) => AsyncIterable<Row> };

/** Rows that are in memory at once. */
const batch = 500;

/**
 * Reads all of the database as it is now. Neither SQLite with its write-ahead log nor PostgreSQL makes writers wait for it; the
 * connection must be one that nobody else uses.
 */
export function withSnapshot<Answer>(
  { db, words }: Database,
  read: (snapshot: Snapshot) => Promise<Answer>,
): Promise<Answer> {
  return db.connection().execute(async (connection) => {
    if (words.dialect === 'sqlite') await sql`begin`.execute(connection);
    else await sql`begin isolation level repeatable read read only`.execute(connection);
    try {
      const rows = words.dialect === 'sqlite' ? streamRows : fetchRows;
      return await read({ rows: (table) => rows(connection, table) });
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}

function streamRows(connection: Kysely<Tables>, table: KeptTable): AsyncIterable<Row> {
  return connection.selectFrom(table).selectAll().stream();
}

/** PostgreSQL keeps the cursor and hands out a batch at a time. */
async function* fetchRows(connection: Kysely<Tables>, table: KeptTable): AsyncIterable<Row> {
  const cursor = sql.id(`all_${table}`);
  await sql`declare ${cursor} cursor for select * from ${sql.table(table)}`.execute(connection);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(batch)} from ${cursor}`.execute(connection);
    yield* rows;
    if (rows.length < batch) break;
  }
  await sql`close ${cursor}`.execute(connection);
}
