import type { Queries } from '../database/database.ts';
import type { FailureClass, StageCount, StageRecord, StageState } from './ledger.ts';
import { readStage, stageRecord, typedRow } from './stage-row.ts';
import type { Stage } from './stages.ts';

export async function stageOf(db: Queries, id: number): Promise<StageRecord | undefined> {
  const row = await readStage(db, id);
  return row && stageRecord(row);
}

export async function stageHistory(db: Queries, sha256: string): Promise<readonly StageRecord[]> {
  const rows = await db.selectFrom('ledger').selectAll().where('sha256', '=', sha256).orderBy('id').execute();
  return rows.map((row) => stageRecord(typedRow(row)));
}

export async function countStages(db: Queries): Promise<readonly StageCount[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['stage', 'state'])
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('queued_at').as('oldest')])
    .groupBy(['stage', 'state'])
    .execute();
  return rows.map(({ stage, state, count, oldest }) => ({
    stage: stage as Stage,
    state: state as StageState,
    count,
    oldest: oldest ?? undefined,
  }));
}

export async function endedSince(
  db: Queries,
  since: number,
): Promise<readonly { stage: Stage; state: StageState; count: number }[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['stage', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ended_at', '>=', since)
    .groupBy(['stage', 'state'])
    .execute();
  return rows.map(({ stage, state, count }) => ({
    stage: stage as Stage,
    state: state as StageState,
    count,
  }));
}

export async function failureCodes(
  db: Queries,
): Promise<readonly { code: string; class: FailureClass; count: number }[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['error_code', 'error_class'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['waiting', 'dead'])
    .where('error_code', 'is not', null)
    .groupBy(['error_code', 'error_class'])
    .orderBy('count', 'desc')
    .execute();
  return rows.map(({ error_code, error_class, count }) => ({
    code: error_code ?? '',
    class: error_class as FailureClass,
    count,
  }));
}
