import type { Kysely, Transaction } from 'kysely';
import type { ColumnWords } from './column-words.ts';
import type { Tables } from './tables.ts';

/** A connection or a transaction: whatever can be asked. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

/** The open database and how it speaks. */
export type Database = {
  readonly db: Kysely<Tables>;
  readonly words: ColumnWords;
};
