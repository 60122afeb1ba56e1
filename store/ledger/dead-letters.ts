import type { Transaction } from 'kysely';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { DeadLetter } from './ledger.ts';
import { readStage, stageRecord, typedRow } from './stage-row.ts';

export async function deadLetters(
  db: Queries,
  limit: number,
  before: number | undefined,
): Promise<readonly DeadLetter[]> {
  const rows = await db
    .selectFrom('ledger')
    .innerJoin('documents', 'documents.sha256', 'ledger.sha256')
    .selectAll('ledger')
    .select('documents.name')
    .where('ledger.state', '=', 'dead')
    .$if(before !== undefined, (query) => query.where('ledger.id', '<', before ?? 0))
    .orderBy('ledger.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...stageRecord(typedRow(row)), name: row.name }));
}

export async function retryDead(trx: Transaction<Tables>, id: number, act: Act): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ledger')
    .set({
      state: 'waiting',
      due_at: act.now,
      ended_at: null,
      open_starts: 0,
      transient_failures: 0,
      poison_failures: 0,
    })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const row = await readStage(trx, id);
  await trx
    .updateTable('documents')
    .set({ status: 'waiting', error_code: null })
    .where('sha256', '=', row?.sha256 ?? '')
    .where('current_result', 'is', null)
    .execute();
  await writeAudit(trx, {
    ...act,
    action: 'ledger/retry',
    subject: row?.sha256 ?? '',
    after: { stageId: id },
  });
  return true;
}

export async function dropDead(
  trx: Transaction<Tables>,
  id: number,
  reason: string,
  act: Act,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ledger')
    .set({ state: 'dropped', ended_at: act.now })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const row = await readStage(trx, id);
  await writeAudit(trx, {
    ...act,
    action: 'ledger/drop',
    subject: row?.sha256 ?? '',
    after: { stageId: id, reason },
  });
  return true;
}
