import type { AdmissibleSet } from '../../model/outcome.ts';
import { type Exactly, exact } from '../exact.ts';

/** Least and greatest end of an admissible set; an empty one has none. */
export function boundsOf(set: AdmissibleSet): readonly [Exactly, Exactly] | undefined {
  const ends =
    set.kind === 'finite'
      ? set.values.map(exact)
      : set.intervals.flatMap(({ low, high }) => [exact(low), exact(high)]);
  const sorted = [...ends].sort((left, right) => left.cmp(right));
  const [least] = sorted;
  const greatest = sorted.at(-1);
  return least && greatest ? [least, greatest] : undefined;
}

/** Can a rule with this admissible set yield the score? */
export function admits(set: AdmissibleSet, score: Exactly): boolean {
  if (set.kind === 'finite') return set.values.some((value) => score.eq(value));
  return set.intervals.some(
    ({ low, lowIncluded, high, highIncluded }) =>
      (score.gt(low) || (lowIncluded && score.eq(low))) &&
      (score.lt(high) || (highIncluded && score.eq(high))),
  );
}
