import type { Transaction } from 'kysely';
import type { CheckResult } from '../../model/result.ts';
import type { Tables } from '../database/tables.ts';
import { publishFindings } from '../findings/publish-findings.ts';
import type { Stage } from '../ledger/stages.ts';
import { insertResult } from '../results/insert-result.ts';

/** A result computed again from the reading of the current one. */
export type Revision = {
  readonly sha256: string;
  /** Id of the result that it was computed from. */
  readonly base: number;
  readonly rescored: CheckResult;
  readonly published: Uint8Array;
  readonly now: number;
};

/** Writes the revision after the base; undefined when the base is not the current result any more. */
export async function addRevision(
  trx: Transaction<Tables>,
  { sha256, base, rescored, published, now }: Revision,
): Promise<number | undefined> {
  // Touching the row first keeps others from revising the same result at the same time.
  const { numUpdatedRows } = await trx
    .updateTable('documents')
    .set({ current_result: base })
    .where('sha256', '=', sha256)
    .where('current_result', '=', base)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  const row = await trx
    .selectFrom('results')
    .select(['ledger_id', 'stage', 'engine', 'revision', 'record'])
    .where('id', '=', base)
    .executeTakeFirstOrThrow();
  const resultId = await insertResult(trx, {
    ledgerId: row.ledger_id,
    sha256,
    stage: row.stage as Stage,
    engine: row.engine,
    revision: row.revision + 1,
    result: rescored,
    published,
    record: row.record ?? undefined,
    now,
  });
  await publishFindings(trx, { sha256, resultId, result: rescored, now });
  return resultId;
}
