import { sql, type Transaction, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { takeBack } from './leases.ts';
import type { Lease } from './ledger.ts';
import { readStage, type StageRow, typedRow } from './stage-row.ts';

/** Who starts, with which engine, when, and for how long. */
export type Start = {
  readonly worker: string;
  readonly engine: string;
  readonly now: number;
  readonly leaseFor: number;
};

/**
 * Takes a stage that waits for this very engine, in one statement: what nearly every start is. Undefined where there is no such
 * stage, and `startStage` has to look why.
 */
export function takeWaiting(db: Queries, id: number, start: Start): Promise<Lease | undefined> {
  return take(db, id, start, (query) =>
    query.where('state', '=', 'waiting').where('due_at', '<=', start.now).where('engine', '=', start.engine),
  );
}

/** Takes a waiting stage of any engine, or one whose lease has run out; see `Ledger.start`. */
export async function startStage(
  trx: Transaction<Tables>,
  id: number,
  start: Start,
): Promise<Lease | undefined> {
  const row = await waitingRow(trx, id, start.now);
  if (row === undefined || row.due_at > start.now) return undefined;
  if (row.engine !== start.engine && (await isSuperseded(trx, row, start))) return undefined;
  return take(trx, id, start, (query) => query.where('state', '=', 'waiting').where('fence', '=', row.fence));
}

/** The row if it waits, or waits again because its lease has run out. */
async function waitingRow(trx: Transaction<Tables>, id: number, now: number): Promise<StageRow | undefined> {
  const row = await readStage(trx, id);
  if (row?.state !== 'running') return row?.state === 'waiting' ? row : undefined;
  return (await takeBack(trx, row, now)) === 'released' ? readStage(trx, id) : undefined;
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

async function take(
  db: Queries,
  id: number,
  { worker, engine, now, leaseFor }: Start,
  isFree: (query: LedgerUpdate) => LedgerUpdate,
): Promise<Lease | undefined> {
  const until = now + leaseFor;
  const update = db
    .updateTable('ledger')
    .set({
      state: 'running',
      engine,
      worker,
      started_at: now,
      lease_until: until,
      fence: sql`fence + 1`,
      open_starts: sql`open_starts + 1`,
      attempts: sql`attempts + 1`,
    })
    .where('id', '=', id);
  const taken = await isFree(update).returningAll().executeTakeFirst();
  if (taken === undefined) return undefined;
  const { sha256, stage, fence, attempts } = typedRow(taken);
  return { id, sha256, stage, fence, until, attempt: attempts };
}

type LedgerUpdate = UpdateQueryBuilder<Tables, 'ledger', 'ledger', UpdateResult>;
