import { Decimal } from 'decimal.js';
import type { Printed } from '../../model/printed.ts';
import type { Rule } from '../rules/ast.ts';
import { contains, isListed, meets, type ScoreSet } from '../rules/score-set.ts';

/** How a form rounds its scores: the decimals of the row's own score and the most that any score of the form has. */
export type Precision = { readonly own: number; readonly column: number };

export function precisionOf(
  score: Printed,
  scores: readonly Printed[],
  systemDecimals: number | undefined,
): Precision {
  const column = Math.max(systemDecimals ?? 0, ...scores.map(({ decimals }) => decimals));
  return { own: score.decimals, column };
}

/**
 * Does a set hold a printed score, once rounding is allowed for? Only scores that a computation gives are rounded: half a
 * unit of the row's last place, a whole one downwards from two decimals on (some systems cut off). Full marks are no
 * rounding of less where the form shows finer scores.
 */
export function accepts(set: ScoreSet, score: Decimal, { precision, points, rounds }: Rounding): boolean {
  if (contains(set, score)) return true;
  if (!rounds)
    return (
      isListed(set) &&
      set.some(({ low }) => low.decimalPlaces() > 3 && low.minus(score).abs().lte(halfUnit(precision.own)))
    );
  const places = decimalsFor(score, points, precision);
  const half = halfUnit(places);
  const cutOff = places >= 2 ? half.times(2) : half;
  return meets(set, score.minus(half), score.plus(cutOff));
}

export type Rounding = { readonly precision: Precision; readonly points: Decimal; readonly rounds: boolean };

function decimalsFor(score: Decimal, points: Decimal, { own, column }: Precision): number {
  return score.eq(points) ? Math.max(column, 1) : Math.max(own, Math.min(column, 1));
}

const halfUnit = (decimals: number): Decimal => new Decimal(10).pow(-decimals).div(2);

/** Does the rule compute scores that have to be rounded? */
export function computesScores(rule: Rule): boolean {
  switch (rule.kind) {
    case 'proportional':
    case 'sub-scores':
    case 'bands':
    case 'equal-split':
      return true;
    case 'tiers':
      return rule.tiers.some(({ award }) => award.kind === 'proportional' || award.kind === 'in-proportion');
    case 'deduction':
      return rule.deductions.some((each) => each.kind === 'per-unit' && each.partial === 'proportional');
    case 'sum':
      return rule.parts.some((part) => computesScores(part.rule));
    case 'by-scale':
      return rule.cases.some((each) => computesScores(each.rule));
    case 'one-of':
      return rule.rules.some(computesScores);
    case 'gate':
    case 'waiver':
    case 'with-discretion':
      return computesScores(rule.rule);
    case 'all-or-nothing':
    case 'check':
    case 'accrual':
    case 'grades':
    case 'discretion':
      return false;
  }
}
