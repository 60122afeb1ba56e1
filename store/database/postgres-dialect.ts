import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Object id of PostgreSQL's `bigint`, which `pg` gives as text unless told otherwise. */
const bigintType = 20;

/** How many connections one process holds at most. */
const poolSize = 8;

/** Kysely on PostgreSQL, with whole numbers as numbers: every one that the store keeps is far below 2⁵³. */
export function postgresDialect(
  databaseUrl: string,
  onLostConnection: (problem: Error) => void,
): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    types: {
      getTypeParser: ((type: number, format: 'text' | 'binary') =>
        type === bigintType && format !== 'binary'
          ? Number
          : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', onLostConnection);
  return new PostgresDialect({ pool });
}
