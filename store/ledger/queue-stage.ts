import type { Queries } from '../database/database.ts';
import type { Stage } from './stages.ts';

/** A stage to be done from now on. */
export type QueuedStage = {
  readonly sha256: string;
  readonly stage: Stage;
  readonly engine: string;
  readonly priority: number;
  readonly now: number;
};

/** Queues a stage once: gives the id of the new ledger row, or of the one that is there for this document, stage and engine. */
export async function queueStage(
  db: Queries,
  { sha256, stage, engine, priority, now }: QueuedStage,
): Promise<number> {
  const inserted = await db
    .insertInto('ledger')
    .values({
      ...untouched,
      sha256,
      stage,
      engine,
      priority,
      queued_at: now,
      due_at: now,
    })
    .onConflict((conflict) => conflict.columns(['sha256', 'stage', 'engine']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return inserted.id;
  const there = await db
    .selectFrom('ledger')
    .select('id')
    .where('sha256', '=', sha256)
    .where('stage', '=', stage)
    .where('engine', '=', engine)
    .executeTakeFirstOrThrow();
  return there.id;
}

/**
 * The newest row of a stage of a document, whatever engine it is for; where it still waits, it goes at least as early as the
 * priority says. Undefined where the stage was never queued.
 */
export async function hastenStage(
  db: Queries,
  sha256: string,
  stage: Stage,
  priority: number,
): Promise<number | undefined> {
  const newest = await db
    .selectFrom('ledger')
    .select('id')
    .where('sha256', '=', sha256)
    .where('stage', '=', stage)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!newest) return undefined;
  await db
    .updateTable('ledger')
    .set({ priority })
    .where('id', '=', newest.id)
    .where('state', '=', 'waiting')
    .where('priority', '>', priority)
    .execute();
  return newest.id;
}

const untouched = {
  state: 'waiting',
  fence: 0,
  open_starts: 0,
  attempts: 0,
  transient_failures: 0,
  poison_failures: 0,
  worker: null,
  lease_until: null,
  started_at: null,
  ended_at: null,
  error_class: null,
  error_code: null,
  error_message: null,
} as const;
