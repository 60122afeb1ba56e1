import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { faultPoint } from '../fault-point.ts';
import { publishFindings } from '../findings/publish-findings.ts';
import { insertResult } from '../results/insert-result.ts';
import type { DueStage, Finish, Lease, StageOutcome } from './ledger.ts';
import { queueStage } from './queue-stage.ts';
import { type StageRow, typedRow } from './stage-row.ts';
import type { Stage } from './stages.ts';

/** What `finish` writes besides the outcome itself. */
export type Ending = {
  readonly now: number;
  /** The results' JSON as gzip, and the blob that holds the reading. */
  readonly published: Uint8Array;
  readonly publishedCorrected: Uint8Array | undefined;
  readonly record: string | undefined;
};

/** The end of a stage, all or nothing: ledger row, result, findings, next stages; see `Ledger.finish`. */
export async function finishStage(
  trx: Transaction<Tables>,
  lease: Lease,
  outcome: StageOutcome,
  ending: Ending,
): Promise<Finish> {
  const row = await endStage(trx, lease, ending.now);
  if (!row) return { kind: 'refused' };
  await faultPoint('stage-ended');
  const resultId = await insertResults(trx, row, outcome, ending);
  await faultPoint('result-inserted');
  const result = outcome.corrected ?? outcome.result;
  await publishFindings(trx, { sha256: row.sha256, resultId, result, now: ending.now });
  const queued = await queueNext(trx, row, outcome.next ?? [], ending.now);
  await faultPoint('stage-finished');
  return { kind: 'finished', resultId, queued };
}

async function queueNext(
  trx: Transaction<Tables>,
  { sha256, engine, priority }: StageRow,
  stages: readonly Stage[],
  now: number,
): Promise<readonly DueStage[]> {
  const queued: DueStage[] = [];
  for (const stage of stages) {
    const id = await queueStage(trx, { sha256, stage, engine, priority, now });
    queued.push({ id, sha256, stage, priority });
  }
  return queued;
}

/** Ends the row if the lease is still good; undefined when it is lost. */
async function endStage(trx: Transaction<Tables>, lease: Lease, now: number): Promise<StageRow | undefined> {
  const row = await trx
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
    .returningAll()
    .executeTakeFirst();
  return row && typedRow(row);
}

/** The engine's own result, and above it the corrected one; gives the id of the uppermost. */
async function insertResults(
  trx: Transaction<Tables>,
  row: StageRow,
  { result, corrected }: StageOutcome,
  { now, published, publishedCorrected, record }: Ending,
): Promise<number> {
  const about = {
    ledgerId: row.id,
    sha256: row.sha256,
    stage: row.stage,
    engine: row.engine,
    record,
    now,
  };
  const id = await insertResult(trx, { ...about, revision: 0, result, published });
  if (!corrected || !publishedCorrected) return id;
  return insertResult(trx, { ...about, revision: 1, result: corrected, published: publishedCorrected });
}
