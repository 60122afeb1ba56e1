import type { Outcome } from '../../model/outcome.ts';
import { type Exactly, sum, zero } from '../exact.ts';
import { boundsOf } from './admissible-bounds.ts';
import { type Addend, missingOf, type Selection, scoreSum } from './selection.ts';

/** Least and greatest sum that the printed scores leave open. */
export type ScoreBounds = { readonly low: Exactly; readonly high: Exactly };

/** The outcome of each row by its id. */
export type OutcomesById = ReadonlyMap<string, Outcome>;

/**
 * The sum of the printed scores, with every missing one at its least and at its greatest. `open` are points that rows
 * carry whose own points are unknown; they raise the upper end once, however many such rows there are.
 */
export function boundScores(selection: Selection, outcomes: OutcomesById, open: Exactly): ScoreBounds {
  const known = scoreSum(selection);
  const ends = missingOf(selection).map((addend) => endsOf(addend, outcomes));
  const high = known.plus(sum(ends.map(([, greatest]) => greatest))).plus(open);
  return {
    low: capped(known.plus(sum(ends.map(([least]) => least))), selection),
    high: capped(high, selection),
  };
}

export function capped(value: Exactly, { cap }: Selection): Exactly {
  return cap && value.gt(cap) ? cap : value;
}

function endsOf({ row, max }: Addend, outcomes: OutcomesById): readonly [Exactly, Exactly] {
  const set = row && outcomes.get(row.id)?.admissible;
  const admissible = set && boundsOf(set);
  if (admissible) return admissible;
  return [zero, max?.gt(0) ? max : zero];
}
