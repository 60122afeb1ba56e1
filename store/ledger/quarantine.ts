import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Failure } from './ledger.ts';
import type { StageRow } from './stage-row.ts';

/** Gives a stage up: it waits for a person among the dead letters, and its document shows why. */
export async function bury(
  trx: Transaction<Tables>,
  row: StageRow,
  failure: Failure,
  now: number,
): Promise<void> {
  await trx
    .updateTable('ledger')
    .set({
      state: 'dead',
      ended_at: now,
      worker: null,
      lease_until: null,
      fence: row.fence + 1,
      error_class: failure.class,
      error_code: failure.code,
      error_message: JSON.stringify(failure.message),
    })
    .where('id', '=', row.id)
    .execute();
  await trx
    .updateTable('documents')
    .set({ status: 'failed', error_code: failure.code })
    .where('sha256', '=', row.sha256)
    .where('current_result', 'is', null)
    .execute();
}

/** Gives up a stage whose workers died without a word. */
export function quarantine(trx: Transaction<Tables>, row: StageRow, now: number): Promise<void> {
  return bury(trx, row, poisonOf(row), now);
}

function poisonOf({ open_starts }: StageRow): Failure {
  return {
    class: 'poison',
    code: 'ledger/never-ended',
    message: {
      zh: `处理进程连续 ${open_starts} 次未能完成本文件，已隔离`,
      en: `${open_starts} workers in a row did not survive this document; it is kept away from them`,
    },
  };
}
