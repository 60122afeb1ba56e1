import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { faultPoint } from '../fault-point.ts';
import { publishFindings } from '../findings/publish-findings.ts';
import { insertResult, type NewResult } from '../results/insert-result.ts';
import type { DueStage, Finish, Lease, StageOutcome } from './ledger.ts';
import { queueStage } from './queue-stage.ts';
import { readStage, type StageRow } from './stage-row.ts';

/** What `finish` writes besides the outcome itself. */
export type Ending = {
  readonly now: number;
  /** The outcome's JSON as gzip, and the blob that holds the reading. */
  readonly published: Uint8Array;
  readonly record: string | undefined;
};

/** The end of a stage, all or nothing: ledger row, result, findings, next stages; see `Ledger.finish`. */
export async function finishStage(
  trx: Transaction<Tables>,
  lease: Lease,
  { result, next = [] }: StageOutcome,
  ending: Ending,
): Promise<Finish> {
  const row = await endStage(trx, lease, ending.now);
  if (!row) return { kind: 'refused' };
  await faultPoint('stage-ended');
  const resultId = await insertResult(trx, newResult(row, result, ending));
  await faultPoint('result-inserted');
  await publishFindings(trx, { sha256: row.sha256, resultId, result, now: ending.now });
  const queued: DueStage[] = [];
  for (const stage of next) {
    const { sha256, engine, priority } = row;
    const id = await queueStage(trx, { sha256, stage, engine, priority, now: ending.now });
    queued.push({ id, sha256, stage, priority });
  }
  await faultPoint('stage-finished');
  return { kind: 'finished', resultId, queued };
}

/** Ends the row if the lease is still good; undefined when it is lost. */
async function endStage(trx: Transaction<Tables>, lease: Lease, now: number): Promise<StageRow | undefined> {
  const { numUpdatedRows } = await trx
    .updateTable('ledger')
    .set({
      state: 'done',
      ended_at: now,
      lease_until: null,
      open_starts: 0,
      error_class: null,
      error_code: null,
      error_message: null,
    })
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 0n ? undefined : readStage(trx, lease.id);
}

function newResult(row: StageRow, result: StageOutcome['result'], ending: Ending): NewResult {
  return {
    ledgerId: row.id,
    sha256: row.sha256,
    stage: row.stage,
    engine: row.engine,
    revision: 0,
    result,
    published: ending.published,
    record: ending.record,
    now: ending.now,
  };
}
