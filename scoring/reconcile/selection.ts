import type { Group, Indicator } from '../../model/assessment.ts';
import { type Exactly, exact, sum, zero } from '../exact.ts';

/** One figure of a sum: a row's score, or a score printed once for the rows of a group. */
export type Addend = {
  readonly row?: Indicator;
  readonly group?: Group;
  /** Absent where the score is missing. */
  readonly score?: Exactly;
  /** Printed decimals of the score. */
  readonly decimals: number;
  readonly max?: Exactly;
};

/**
 * The figures that one way of counting adds up. The sum is multiplied and divided by what the way says (1 unless scores
 * are rescaled) and cut at `cap`.
 */
export type Selection = {
  readonly addends: readonly Addend[];
  readonly multiply?: Exactly;
  readonly divide?: Exactly;
  readonly cap?: Exactly;
};

export function addendOfRow(row: Indicator): Addend {
  return {
    row,
    decimals: row.selfScore?.decimals ?? 0,
    ...(row.selfScore === undefined ? {} : { score: exact(row.selfScore.value) }),
    ...(row.maxScore === undefined ? {} : { max: exact(row.maxScore.value) }),
  };
}

export function addendOfGroup(group: Group, rows: readonly Indicator[]): Addend {
  const known = rows.flatMap((row) => (row.maxScore === undefined ? [] : [exact(row.maxScore.value)]));
  const max = group.maxScore === undefined ? sum(known) : exact(group.maxScore.value);
  const score = group.selfScore === undefined ? {} : { score: exact(group.selfScore.value) };
  return { group, max, decimals: group.selfScore?.decimals ?? 0, ...score };
}

/** The same figure times an exact factor (a goal's weight). */
export function weighAddend(addend: Addend, factor: Exactly): Addend {
  return {
    ...addend,
    ...(addend.score === undefined ? {} : { score: addend.score.times(factor) }),
    ...(addend.max === undefined ? {} : { max: addend.max.times(factor) }),
  };
}

export const isComplete = (selection: Selection): boolean =>
  selection.addends.every((addend) => addend.score !== undefined);

export const scoreSum = (selection: Selection): Exactly =>
  sum(selection.addends.map((addend) => addend.score ?? zero));

export const missingOf = (selection: Selection): readonly Addend[] =>
  selection.addends.filter((addend) => addend.score === undefined);
