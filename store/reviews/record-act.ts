import type { ReviewState } from '../../model/review.ts';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Reviewing, UnderReview } from './review-row.ts';
import type { ReviewAct } from './reviews.ts';

/** What is written of an act on a finding. */
export type NewReviewAct = Pick<ReviewAct, 'act'> &
  Partial<Pick<ReviewAct, 'verdict' | 'reason' | 'note' | 'assignee' | 'undoes'>> & {
    readonly after: ReviewState;
  };

/** Writes an act with what it found, so that it can be taken back; gives its number. */
export async function recordAct(
  { trx }: Reviewing,
  review: UnderReview,
  done: NewReviewAct,
  { who, now, engine }: Act,
): Promise<number> {
  const { id } = await trx
    .insertInto('decisions')
    .values({
      fingerprint: review.fingerprint,
      sha256: review.sha256,
      at: now,
      who,
      engine,
      act: done.act,
      verdict: done.verdict ?? null,
      reason: done.reason ?? null,
      note: done.note ?? null,
      assignee: done.assignee ?? null,
      basis: review.basis,
      state_before: review.stored,
      state_after: done.after,
      assignee_before: review.assignee,
      decision_before: review.decision,
      undoes: done.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { act, after, ...said } = done;
  await writeAudit(trx, {
    who,
    now,
    engine,
    action: `review/${act}`,
    subject: review.fingerprint,
    before: { state: review.state, assignee: review.assignee },
    after: { state: after, ...said },
  });
  return id;
}
