import type { Transaction } from 'kysely';
import type { CheckResult } from '../../model/result.ts';
import type { Tables } from '../database/tables.ts';
import type { Stage } from '../ledger/stages.ts';

/** A result to be kept for good. */
export type NewResult = {
  readonly ledgerId: number;
  readonly sha256: string;
  readonly stage: Stage;
  readonly engine: string;
  readonly revision: number;
  readonly result: CheckResult;
  /** The result's JSON as gzip. */
  readonly published: Uint8Array;
  /** Hash of the blob with the reading. */
  readonly record: string | undefined;
  readonly now: number;
};

/** Gives the id of the new row. A second result for the same document, stage, engine and revision is an error. */
export async function insertResult(trx: Transaction<Tables>, given: NewResult): Promise<number> {
  const { id } = await trx
    .insertInto('results')
    .values({
      ledger_id: given.ledgerId,
      sha256: given.sha256,
      stage: given.stage,
      engine: given.engine,
      revision: given.revision,
      status: given.result.status,
      error_code: given.result.error?.code ?? null,
      created_at: given.now,
      published: given.published,
      record: given.record ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
