import type { Selectable } from 'kysely';
import type { Localized } from '../../model/localized.ts';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Failure, FailureClass, StageRecord, StageState } from './ledger.ts';
import type { Stage } from './stages.ts';

/** A row as it is stored, its words typed: nothing else is ever written into those columns. */
export type StageRow = Omit<Selectable<Tables['ledger']>, 'stage' | 'state'> & {
  readonly stage: Stage;
  readonly state: StageState;
};

export async function readStage(db: Queries, id: number): Promise<StageRow | undefined> {
  const row = await db.selectFrom('ledger').selectAll().where('id', '=', id).executeTakeFirst();
  return row && typedRow(row);
}

export function typedRow<Row extends Selectable<Tables['ledger']>>(
  row: Row,
): Row & { stage: Stage; state: StageState } {
  return { ...row, stage: row.stage as Stage, state: row.state as StageState };
}

/** The row as people read it. */
export function stageRecord(row: StageRow): StageRecord {
  return {
    id: row.id,
    sha256: row.sha256,
    stage: row.stage,
    engine: row.engine,
    state: row.state,
    priority: row.priority,
    queuedAt: row.queued_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    worker: row.worker ?? undefined,
    leaseUntil: row.lease_until ?? undefined,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    failure: failureOf(row),
  };
}

function failureOf(row: StageRow): Failure | undefined {
  if (row.error_class === null) return undefined;
  const message: Localized = JSON.parse(row.error_message ?? '{"zh":"","en":""}');
  return { class: row.error_class as FailureClass, code: row.error_code ?? '', message };
}
