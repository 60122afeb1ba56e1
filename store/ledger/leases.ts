import { sql, type Transaction } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { openStartLimit, silenceDelay } from './backoff.ts';
import type { Lease, Reconciliation } from './ledger.ts';
import { quarantine } from './quarantine.ts';
import { type StageRow, typedRow } from './stage-row.ts';

/** Rows that one transaction of a reconcile pass takes at most. */
const reconcileBatch = 500;

export async function extendLease(db: Queries, lease: Lease, until: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ledger')
    .set({ lease_until: until })
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The start that the lease stands for did not happen: neither its attempt nor its missing end counts. */
export async function giveBack(db: Queries, lease: Lease, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ledger')
    .set({
      state: 'waiting',
      due_at: now,
      worker: null,
      lease_until: null,
      fence: lease.fence + 1,
      open_starts: sql`open_starts - 1`,
      attempts: sql`attempts - 1`,
    })
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Makes stages wait again whose lease has run out, and quarantines those that were started too often. */
export async function takeBackExpired(
  trx: Transaction<Tables>,
  now: number,
): Promise<Reconciliation & { readonly more: boolean }> {
  const rows = await trx
    .selectFrom('ledger')
    .selectAll()
    .where('state', '=', 'running')
    .where('lease_until', '<=', now)
    .orderBy('id')
    .limit(reconcileBatch)
    .execute();
  const tally = { released: 0, quarantined: 0, held: 0 };
  for (const row of rows) tally[await takeBack(trx, typedRow(row), now)] += 1;
  const { released, quarantined } = tally;
  return { released, quarantined, more: rows.length === reconcileBatch };
}

/**
 * Ends a start whose worker fell silent, unless it is `held` after all. The more often that happened, the longer the stage waits,
 * each for a time of its own: documents that were in hand together when their worker died come back one by one, and the one that
 * killed it is found out while the others end well.
 */
export async function takeBack(
  trx: Transaction<Tables>,
  row: StageRow,
  now: number,
): Promise<'released' | 'quarantined' | 'held'> {
  const lasted = (row.lease_until ?? now) - (row.started_at ?? now);
  const { numUpdatedRows } = await trx
    .updateTable('ledger')
    .set({
      state: 'waiting',
      due_at: now + silenceDelay(row.open_starts, lasted, row.id),
      worker: null,
      lease_until: null,
      fence: row.fence + 1,
    })
    .where('id', '=', row.id)
    .where('fence', '=', row.fence)
    .where('state', '=', 'running')
    .where('lease_until', '<=', now)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return 'held';
  if (row.open_starts < openStartLimit) return 'released';
  await quarantine(trx, { ...row, fence: row.fence + 1 }, now);
  return 'quarantined';
}
