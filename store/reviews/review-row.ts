import type { Transaction } from 'kysely';
import type { ReviewState } from '../../model/review.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { stateNow } from './review-states.ts';

/** A transaction and the database it is of. */
export type Reviewing = { readonly trx: Transaction<Tables>; readonly words: Database['words'] };

/** A finding of a current result, and what was said about it so far. */
export type UnderReview = {
  readonly fingerprint: string;
  readonly sha256: string;
  /** What the engine makes of it now. */
  readonly basis: string;
  /** As stored; `stateNow` may call it reopened. */
  readonly stored: ReviewState;
  readonly state: ReviewState;
  readonly assignee: string;
  readonly decision: number | null;
};

/** Reads a finding for a change: nobody else changes its review until the transaction ends. */
export async function lockReview(
  { trx, words }: Reviewing,
  fingerprint: string,
): Promise<UnderReview | undefined> {
  const finding = await trx
    .selectFrom('findings')
    .select(['sha256', 'basis'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  if (!finding) return undefined;
  const { sha256, basis } = finding;
  await trx
    .insertInto('reviews')
    .values({ fingerprint, sha256, state: 'open', basis: null, assignee: '', decision: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await trx
    .selectFrom('reviews')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .$if(words.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  return {
    fingerprint,
    sha256,
    basis,
    stored: row.state as ReviewState,
    state: stateNow(row, basis),
    assignee: row.assignee,
    decision: row.decision,
  };
}

/** What a review becomes. */
export type ReviewChange = {
  readonly state: ReviewState;
  readonly basis: string | null;
  readonly assignee: string;
  readonly decision: number | null;
};

/** Writes the review and the work list's copy of it; gives the state as it shows. */
export async function changeReview(
  { trx }: Reviewing,
  { fingerprint, basis }: UnderReview,
  change: ReviewChange,
): Promise<ReviewState> {
  await trx.updateTable('reviews').set(change).where('fingerprint', '=', fingerprint).execute();
  const state = stateNow(change, basis);
  await trx
    .updateTable('findings')
    .set({ state, assignee: change.assignee })
    .where('fingerprint', '=', fingerprint)
    .execute();
  return state;
}
