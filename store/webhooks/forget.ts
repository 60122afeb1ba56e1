import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Milliseconds that announcements are kept: longer than any of them is tried, long enough to ask what became of one. */
const keptFor = 30 * 24 * 3_600_000;

/** See `Webhooks.forget`. */
export async function forgetAnnouncements(trx: Transaction<Tables>, now: number): Promise<number> {
  const old = trx
    .selectFrom('announcements')
    .select('id')
    .where('at', '<', now - keptFor);
  await trx.deleteFrom('deliveries').where('announcement', 'in', old).execute();
  const { numDeletedRows } = await trx
    .deleteFrom('announcements')
    .where('at', '<', now - keptFor)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
