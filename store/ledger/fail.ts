import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { poisonLimit, poisonRetry, transientDelay, transientLimit } from './backoff.ts';
import type { AfterFailure, Failure, Lease } from './ledger.ts';
import { bury } from './quarantine.ts';
import { type StageRow, typedRow } from './stage-row.ts';

/** Ends a start that came to nothing; see `FailureClass` for what follows. */
export async function failStage(
  trx: Transaction<Tables>,
  lease: Lease,
  failure: Failure,
  now: number,
): Promise<AfterFailure> {
  const held = await holdStage(trx, lease);
  if (!held) return { kind: 'refused' };
  const row = counted(held, failure);
  const dueAt = retryAt(row, failure, now);
  await trx
    .updateTable('ledger')
    .set({
      state: 'waiting',
      due_at: dueAt ?? now,
      worker: null,
      lease_until: null,
      open_starts: 0,
      transient_failures: row.transient_failures,
      poison_failures: row.poison_failures,
      error_class: failure.class,
      error_code: failure.code,
      error_message: JSON.stringify(failure.message),
    })
    .where('id', '=', row.id)
    .execute();
  if (dueAt !== undefined) return { kind: 'waiting', dueAt };
  await bury(trx, row, failure, now);
  return { kind: 'dead' };
}

/** The row of a lease that is still good. Its fence is raised, so that nobody else can end the same start. */
async function holdStage(trx: Transaction<Tables>, lease: Lease): Promise<StageRow | undefined> {
  const row = await trx
    .updateTable('ledger')
    .set({ fence: lease.fence + 1 })
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst();
  return row && typedRow(row);
}

function counted(row: StageRow, failure: Failure): StageRow {
  switch (failure.class) {
    case 'transient':
      return { ...row, transient_failures: row.transient_failures + 1 };
    case 'poison':
      return { ...row, poison_failures: row.poison_failures + 1 };
    case 'permanent':
      return row;
  }
}

/** Undefined: not at all. */
function retryAt(row: StageRow, failure: Failure, now: number): number | undefined {
  switch (failure.class) {
    case 'transient':
      return row.transient_failures < transientLimit
        ? now + transientDelay(row.transient_failures, row.id)
        : undefined;
    case 'poison':
      return row.poison_failures < poisonLimit ? now + poisonRetry : undefined;
    case 'permanent':
      return undefined;
  }
}
