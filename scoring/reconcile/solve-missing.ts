import type { TotalOutcome } from '../../model/finding.ts';
import type { AdmissibleSet } from '../../model/outcome.ts';
import { decimalString, type Exactly, exact, sum, zero } from '../exact.ts';
import { admits } from './admissible-bounds.ts';

/** A row whose score is missing, with the set that its rule admits where one was understood. */
export type MissingScore = { readonly id: string; readonly admissible?: AdmissibleSet };

export type Solution = Pick<TotalOutcome, 'implied' | 'impliedUnique'> & {
  /** `cut-off`: the search ended at its bound; `not-tried`: some missing row has no finite set. */
  readonly search: 'complete' | 'cut-off' | 'not-tried';
  /** Combinations found, at most `mostSolutions`. */
  readonly combinations: number;
};

/** Bounds of the search: steps tried and combinations kept. */
const mostSteps = 200_000;
const mostSolutions = 20;

/** Which scores of the missing rows would bring the others to the printed total; `rest` is what they must add up to. */
export function solveMissing(missing: readonly MissingScore[], rest: Exactly): Solution {
  const [only] = missing;
  if (!only) return { implied: [], impliedUnique: true, search: 'complete', combinations: 0 };
  if (missing.length === 1) return solveOne(only, rest);
  const sets = missing.map(({ admissible }) =>
    admissible?.kind === 'finite' ? distinct(admissible.values) : undefined,
  );
  if (!sets.every((set) => set !== undefined)) {
    return { implied: [], impliedUnique: false, search: 'not-tried', combinations: 0 };
  }
  return describe(missing, enumerate(sets, rest));
}

function solveOne({ id, admissible }: MissingScore, rest: Exactly): Solution {
  const judged = admissible === undefined ? {} : { admissible: admits(admissible, rest) };
  const implied = [{ indicator: id, score: decimalString(rest), ...judged }];
  return { implied, impliedUnique: true, search: 'complete', combinations: 1 };
}

type Search = { readonly found: readonly (readonly Exactly[])[]; readonly search: 'complete' | 'cut-off' };

/** Depth first, leaving a branch as soon as the sets behind it cannot reach what is left. */
function enumerate(sets: readonly (readonly Exactly[])[], target: Exactly): Search {
  const found: (readonly Exactly[])[] = [];
  const reach = sets.map((_, index) => reachOf(sets.slice(index)));
  let steps = 0;
  const walk = (index: number, left: Exactly, taken: readonly Exactly[]): void => {
    if (index === sets.length) {
      if (left.isZero()) found.push(taken);
      return;
    }
    const [least, greatest] = reach[index] ?? [zero, zero];
    if (left.lt(least) || left.gt(greatest)) return;
    for (const value of sets[index] ?? []) {
      steps += 1;
      if (steps > mostSteps || found.length > mostSolutions) return;
      walk(index + 1, left.minus(value), [...taken, value]);
    }
  };
  walk(0, target, []);
  const isCutOff = steps > mostSteps || found.length > mostSolutions;
  return { found: found.slice(0, mostSolutions), search: isCutOff ? 'cut-off' : 'complete' };
}

function reachOf(sets: readonly (readonly Exactly[])[]): readonly [Exactly, Exactly] {
  const ends = sets.map((set) => [...set].sort((left, right) => left.cmp(right)));
  return [sum(ends.map((set) => set[0] ?? zero)), sum(ends.map((set) => set.at(-1) ?? zero))];
}

/** Each distinct (row, score) of the combinations found; a unique combination gives one score a row. */
function describe(missing: readonly MissingScore[], { found, search }: Search): Solution {
  const implied = missing.flatMap(({ id }, index) =>
    distinct(found.flatMap((combination) => combination[index] ?? []).map(decimalString)).map((score) => ({
      indicator: id,
      score: decimalString(score),
      admissible: true,
    })),
  );
  const impliedUnique = found.length === 1 && search === 'complete';
  return { implied, impliedUnique, search, combinations: found.length };
}

const distinct = (values: readonly string[]): readonly Exactly[] => [...new Set(values)].map(exact);
