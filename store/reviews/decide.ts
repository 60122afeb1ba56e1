import type { ReviewState } from '../../model/review.ts';
import type { Act } from '../audit/act.ts';
import { recordAct } from './record-act.ts';
import { changeReview, lockReview, type Reviewing } from './review-row.ts';
import type { Reviewed, Ruling, Signed } from './reviews.ts';

export async function decideFinding(
  reviewing: Reviewing,
  fingerprint: string,
  ruling: Ruling,
  act: Act,
): Promise<Reviewed | undefined> {
  const review = await lockReview(reviewing, fingerprint);
  if (!review) return undefined;
  const after = stateAfter(ruling);
  const { verdict, note } = ruling;
  const reason = verdict === 'dismiss' ? ruling.reason : undefined;
  const decision = await recordAct(reviewing, review, { act: 'decide', verdict, reason, note, after }, act);
  const { assignee, basis } = review;
  await changeReview(reviewing, review, { state: after, basis, assignee, decision });
  return { fingerprint, before: review.state, after };
}

function stateAfter({ verdict, people = 'one' }: Ruling): ReviewState {
  if (verdict === 'needs-source') return 'needs-source';
  if (people === 'two') return 'proposed';
  return finalState(verdict);
}

function finalState(verdict: string | null): ReviewState {
  return verdict === 'dismiss' ? 'dismissed' : 'confirmed';
}

export async function signFinding(reviewing: Reviewing, fingerprint: string, act: Act): Promise<Signed> {
  const review = await lockReview(reviewing, fingerprint);
  // A reopened proposal has to be decided anew before anybody signs it.
  if (review?.state !== 'proposed') return { fingerprint, outcome: 'nothing' };
  const decision = await reviewing.trx
    .selectFrom('decisions')
    .select(['who', 'verdict'])
    .where('id', '=', review.decision)
    .executeTakeFirstOrThrow();
  if (decision.who === act.who) return { fingerprint, outcome: 'own' };
  const after = finalState(decision.verdict);
  await recordAct(reviewing, review, { act: 'sign', after }, act);
  const { assignee, basis } = review;
  await changeReview(reviewing, review, { state: after, basis, assignee, decision: review.decision });
  return { fingerprint, outcome: 'signed' };
}

export async function assignFinding(
  reviewing: Reviewing,
  fingerprint: string,
  assignee: string,
  act: Act,
): Promise<Reviewed | undefined> {
  const review = await lockReview(reviewing, fingerprint);
  if (!review) return undefined;
  await recordAct(reviewing, review, { act: 'assign', assignee, after: review.stored }, act);
  await reviewing.trx
    .updateTable('reviews')
    .set({ assignee })
    .where('fingerprint', '=', fingerprint)
    .execute();
  await reviewing.trx
    .updateTable('findings')
    .set({ assignee })
    .where('fingerprint', '=', fingerprint)
    .execute();
  return { fingerprint, before: review.state, after: review.state };
}
