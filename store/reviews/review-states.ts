import type { Transaction } from 'kysely';
import type { ReviewState } from '../../model/review.ts';
import type { Tables } from '../database/tables.ts';
import type { NewFindingRow } from '../findings/finding-rows.ts';

/** Findings in the states that earlier reviews of the same findings give them. */
export async function withReviewStates(
  trx: Transaction<Tables>,
  sha256: string,
  rows: readonly NewFindingRow[],
): Promise<readonly NewFindingRow[]> {
  const reviews = await trx
    .selectFrom('reviews')
    .select(['fingerprint', 'state', 'basis', 'assignee'])
    .where('sha256', '=', sha256)
    .execute();
  const known = new Map(reviews.map((review) => [review.fingerprint, review]));
  return rows.map((row) => {
    const review = known.get(row.fingerprint);
    return review ? { ...row, state: stateNow(review, row.basis), assignee: review.assignee } : row;
  });
}

/** A decision holds while the engine makes the same of the same figure. */
export function stateNow(
  { state, basis }: { readonly state: string; readonly basis: string | null },
  current: string,
): ReviewState {
  if (state === 'open' || basis === current) return state as ReviewState;
  return 'reopened';
}
