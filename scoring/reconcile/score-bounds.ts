import type { Outcome } from '../../model/outcome.ts';
import { type Exactly, sum, zero } from '../exact.ts';
import { boundsOf } from './admissible-bounds.ts';
import { type Addend, missingOf, type Selection, scoreSum } from './selection.ts';

/** Least and greatest sum that the printed scores leave open. */
export type ScoreBounds = { readonly low: Exactly; readonly high: Exactly };

/** What is known of the rows by their ids: their outcomes, and ceilings for rows without points of their own. */
export type RowLimits = {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly ceilings: ReadonlyMap<string, Exactly>;
};

/**
 * The sum of the printed scores, with every missing one at its least and at its greatest. `open` are points that rows
 * carry whose own points are unknown; they raise the upper end once, however many such rows there are.
 */
export function boundScores(selection: Selection, limits: RowLimits, open: Exactly): ScoreBounds {
  const known = scoreSum(selection);
  const ends = missingOf(selection).map((addend) => endsOf(addend, limits));
  const high = known.plus(sum(ends.map(([, greatest]) => greatest))).plus(open);
  return {
    low: capped(known.plus(sum(ends.map(([least]) => least))), selection),
    high: capped(high, selection),
  };
}

export function capped(value: Exactly, { cap }: Selection): Exactly {
  return cap && value.gt(cap) ? cap : value;
}

function endsOf({ row, max }: Addend, limits: RowLimits): readonly [Exactly, Exactly] {
  const set = row && limits.outcomes.get(row.id)?.admissible;
  const admissible = set && boundsOf(set);
  if (admissible) return admissible;
  const greatest = max ?? (row && limits.ceilings.get(row.id)) ?? zero;
  return [zero, greatest.gt(0) ? greatest : zero];
}
