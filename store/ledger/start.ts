import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { openStartLimit } from './backoff.ts';
import type { Lease } from './ledger.ts';
import { quarantine } from './quarantine.ts';
import { readStage, type StageRow } from './stage-row.ts';

/** Who starts, with which engine, when, and for how long. */
export type Start = {
  readonly worker: string;
  readonly engine: string;
  readonly now: number;
  readonly leaseFor: number;
};

/** Takes a waiting stage, or one whose lease has run out; see `Ledger.start`. */
export async function startStage(
  trx: Transaction<Tables>,
  id: number,
  start: Start,
): Promise<Lease | undefined> {
  const row = await readStage(trx, id);
  if (!row || !isFree(row, start.now)) return undefined;
  if (row.open_starts >= openStartLimit) {
    await quarantine(trx, row, start.now);
    return undefined;
  }
  if (row.engine !== start.engine && (await isSuperseded(trx, row, start))) return undefined;
  return takeStage(trx, row, start);
}

function isFree(row: StageRow, now: number): boolean {
  if (row.state === 'waiting') return row.due_at <= now;
  return row.state === 'running' && (row.lease_until ?? 0) <= now;
}

/** A stage belongs to the engine that starts it. One that this engine has of its own need not be done under another name. */
async function isSuperseded(trx: Transaction<Tables>, row: StageRow, start: Start): Promise<boolean> {
  const own = await trx
    .selectFrom('ledger')
    .select('id')
    .where('sha256', '=', row.sha256)
    .where('stage', '=', row.stage)
    .where('engine', '=', start.engine)
    .executeTakeFirst();
  if (!own) return false;
  await trx
    .updateTable('ledger')
    .set({ state: 'dropped', ended_at: start.now, worker: null, lease_until: null, fence: row.fence + 1 })
    .where('id', '=', row.id)
    .execute();
  return true;
}

async function takeStage(
  trx: Transaction<Tables>,
  row: StageRow,
  { worker, engine, now, leaseFor }: Start,
): Promise<Lease | undefined> {
  const taken = {
    state: 'running',
    engine,
    worker,
    started_at: now,
    lease_until: now + leaseFor,
    fence: row.fence + 1,
    open_starts: row.open_starts + 1,
    attempts: row.attempts + 1,
  };
  const { numUpdatedRows } = await trx
    .updateTable('ledger')
    .set(taken)
    .where('id', '=', row.id)
    .where('fence', '=', row.fence)
    .where('state', '=', row.state)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  return {
    id: row.id,
    sha256: row.sha256,
    stage: row.stage,
    fence: taken.fence,
    until: taken.lease_until,
    attempt: taken.attempts,
  };
}
