import { sql, type Transaction } from 'kysely';
import { StoreProblem } from '../store-problem.ts';
import type { ColumnWords } from './column-words.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Any number that nothing else in the database locks with: the digits of fuhe's letters on a telephone. */
const migrationLock = 3843;

/**
 * Brings the schema to the newest version, or only `upTo` so many steps, in one transaction, one process at a time. A store that a newer program has
 * written is refused: what is not known must not be written to.
 */
export async function migrate({ db, words }: Database, upTo = migrations.length): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (words.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    const applied = await appliedMigrations(trx, words);
    if (Math.max(applied.length, upTo) > migrations.length) {
      throw new StoreProblem('store/newer', {
        zh: `数据由更新版本的程序写入（本程序只认识结构版本 ${migrations.length} 及以前），请升级程序`,
        en: `the store was written by a newer program (this one knows schemas up to ${migrations.length})`,
      });
    }
    for (const migration of migrations.slice(applied.length, upTo)) {
      for (const statement of migration.statements(words)) await sql.raw(statement).execute(trx);
      await sql`insert into migrations (name) values (${migration.name})`.execute(trx);
    }
  });
}

async function appliedMigrations(
  trx: Transaction<Tables>,
  { identity, text, end }: ColumnWords,
): Promise<readonly unknown[]> {
  const create = `create table if not exists migrations (id ${identity}, name ${text} not null)${end}`;
  await sql.raw(create).execute(trx);
  return (await sql`select name from migrations order by id`.execute(trx)).rows;
}
