import type { ReviewState } from '../../model/review.ts';
import type { Act } from '../audit/act.ts';
import { recordAct } from './record-act.ts';
import { changeReview, lockReview, type Reviewing } from './review-row.ts';
import type { Reviewed } from './reviews.ts';

/** Puts a review back to what the last act that still holds had found; see `Reviews.undo`. */
export async function undoLast(
  reviewing: Reviewing,
  fingerprint: string,
  act: Act,
): Promise<Reviewed | undefined> {
  const review = await lockReview(reviewing, fingerprint);
  if (!review) return undefined;
  const last = await lastStanding(reviewing, fingerprint);
  if (!last) return undefined;
  // `recordAct` writes nothing else into the column.
  const state = last.state_before as ReviewState;
  const basis = await basisOf(reviewing, last.decision_before);
  await recordAct(reviewing, review, { act: 'undo', undoes: last.id, after: state }, act);
  const after = await changeReview(reviewing, review, {
    state,
    basis,
    assignee: last.assignee_before,
    decision: last.decision_before,
  });
  return { fingerprint, before: review.state, after };
}

function lastStanding({ trx }: Reviewing, fingerprint: string) {
  return trx
    .selectFrom('decisions')
    .select(['id', 'state_before', 'assignee_before', 'decision_before'])
    .where('fingerprint', '=', fingerprint)
    .where('act', '<>', 'undo')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decisions as later')
            .select('later.id')
            .whereRef('later.fingerprint', '=', 'decisions.fingerprint')
            .whereRef('later.undoes', '=', 'decisions.id'),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What the engine had made of the finding when the earlier decision was taken. */
async function basisOf({ trx }: Reviewing, decision: number | null): Promise<string | null> {
  if (decision === null) return null;
  const row = await trx
    .selectFrom('decisions')
    .select('basis')
    .where('id', '=', decision)
    .executeTakeFirstOrThrow();
  return row.basis;
}
