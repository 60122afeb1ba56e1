import type { Queries } from '../database/database.ts';
import type { DueStage } from './ledger.ts';
import type { Stage } from './stages.ts';

/** Which stages, and where the page begins. */
export type DuePage = {
  readonly stage: Stage;
  readonly now: number;
  readonly limit: number;
  readonly after: DueStage | undefined;
};

/** Waiting stages whose time has come, by priority and then in the order in which they came. */
export async function dueStages(
  db: Queries,
  { stage, now, limit, after }: DuePage,
): Promise<readonly DueStage[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['id', 'sha256', 'priority'])
    .where('state', '=', 'waiting')
    .where('stage', '=', stage)
    .where('due_at', '<=', now)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('priority', 'id'), '>', tuple(after?.priority ?? 0, after?.id ?? 0)),
      ),
    )
    .orderBy('priority')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, sha256, priority }) => ({ id, sha256, stage, priority }));
}
