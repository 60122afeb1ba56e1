import type { Queries } from '../database/database.ts';
import { transientDelay } from '../ledger/backoff.ts';
import type { Delivery, DeliveryFailure, DeliveryState } from './webhooks.ts';

/** Tries before a delivery is given up: the waits between them add up to about ten hours. */
const mostAttempts = 18;

/** Takes one delivery if nobody else did: while it is leased it is due only when the lease has run out. */
export async function takeDelivery(
  db: Queries,
  { id, fence }: { readonly id: number; readonly fence: number },
  { now, leaseFor }: { readonly now: number; readonly leaseFor: number },
): Promise<Delivery | undefined> {
  const row = await db
    .updateTable('deliveries')
    .set((value) => ({ fence: fence + 1, due_at: now + leaseFor, attempts: value('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('fence', '=', fence)
    .where('state', '=', 'waiting')
    .returning(['hook', 'attempts', 'announcement'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { body } = await db
    .selectFrom('announcements')
    .select('body')
    .where('id', '=', row.announcement)
    .executeTakeFirstOrThrow();
  return {
    id,
    hook: row.hook,
    fence: fence + 1,
    attempt: row.attempts,
    announcement: row.announcement,
    body,
  };
}

export async function endDelivery(
  db: Queries,
  { id, fence }: Delivery,
  { status, now }: { readonly status: number; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ state: 'delivered', ended_at: now, status, error_code: null, error_message: null })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function failDelivery(
  db: Queries,
  { id, fence, attempt }: Delivery,
  { failure, now }: { readonly failure: DeliveryFailure; readonly now: number },
): Promise<DeliveryState> {
  const state = failure.kind === 'for-good' || attempt >= mostAttempts ? 'given-up' : 'waiting';
  await db
    .updateTable('deliveries')
    .set({
      state,
      due_at: now + transientDelay(attempt, id),
      ended_at: state === 'given-up' ? now : null,
      status: failure.status ?? null,
      error_code: failure.code,
      error_message: JSON.stringify(failure.message),
    })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .execute();
  return state;
}
