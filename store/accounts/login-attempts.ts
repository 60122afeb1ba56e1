import type { Transaction } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

/** Milliseconds after which an attempt is forgotten in any case. */
const forgottenAfter = 24 * 3_600_000;

export async function countFailedLogins(db: Queries, subject: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('login_attempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subject', '=', subject)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function noteFailedLogin(
  trx: Transaction<Tables>,
  subject: string,
  within: number,
  now: number,
): Promise<number> {
  await trx
    .deleteFrom('login_attempts')
    .where('at', '<', now - forgottenAfter)
    .execute();
  await trx.insertInto('login_attempts').values({ subject, at: now }).execute();
  return countFailedLogins(trx, subject, now - within);
}
