import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Announcements handled in one transaction. */
const batch = 500;

/** Milliseconds: what was found before that is no news to a hook that was set up today. */
const newsFor = 3 * 24 * 3_600_000;

/** See `Webhooks.spread`; what is too old to be news is passed over. */
export async function spreadAnnouncements(
  trx: Transaction<Tables>,
  hooks: readonly string[],
  now: number,
): Promise<number> {
  const rows = await trx
    .selectFrom('announcements')
    .select(['id', 'at'])
    .where('spread_at', 'is', null)
    .orderBy('id')
    .limit(batch)
    .execute();
  if (rows.length === 0) return 0;
  const deliveries = rows
    .filter(({ at }) => at > now - newsFor)
    .flatMap(({ id }) => hooks.map((hook) => newDelivery(id, hook, now)));
  if (deliveries.length > 0) {
    await trx
      .insertInto('deliveries')
      .values(deliveries)
      .onConflict((conflict) => conflict.columns(['announcement', 'hook']).doNothing())
      .execute();
  }
  const ids = rows.map(({ id }) => id);
  await trx.updateTable('announcements').set({ spread_at: now }).where('id', 'in', ids).execute();
  return deliveries.length;
}

function newDelivery(announcement: number, hook: string, now: number) {
  return { announcement, hook, state: 'waiting', fence: 0, attempts: 0, due_at: now, created_at: now };
}
