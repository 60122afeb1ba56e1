import type { Assessment, Indicator } from '../../model/assessment.ts';
import { type Exactly, exact, halfUnit, sum, zero } from '../exact.ts';
import { rowsOf } from '../row-kinds.ts';

/**
 * Does `rows` share `whole` points equally, each rounded to its printed decimals (10 = 3 + 3 + 3, 20 = 6.67 × 3)? The
 * points of at least two rows must be equal, and must be what rounding the equal share gives.
 */
export function isEqualSplit(rows: readonly Indicator[], whole: Exactly): boolean {
  const points = rows.map((row) => row.maxScore);
  const [first] = points;
  if (!first || points.length < 2 || points.some((other) => other?.value !== first.value)) return false;
  const gap = whole.minus(exact(first.value).times(points.length)).abs();
  return gap.lte(halfUnit(first.decimals).times(points.length));
}

/**
 * By how much all points may miss the full mark because groups were split equally: where the group's points are printed,
 * exactly what its rows miss; otherwise half a unit for each of several siblings with the same fractional points.
 */
export function equalSplitSlack(assessment: Assessment, rows: readonly Indicator[]): Exactly {
  return sum([...siblings(rows)].map(([parent, members]) => slackOf(assessment, parent, members)));
}

function slackOf(assessment: Assessment, parent: string, members: readonly Indicator[]): Exactly {
  const [first] = members;
  if (!first?.maxScore) return zero;
  const group = assessment.groups.find(({ path, maxScore }) => maxScore && path.join('\n') === parent);
  if (group?.maxScore) {
    const whole = exact(group.maxScore.value);
    const all = rowsOf(group, assessment.indicators);
    if (!isEqualSplit(all, whole)) return zero;
    return whole.minus(sum(all.map((row) => exact(row.maxScore?.value ?? '0')))).abs();
  }
  const equal = members.filter((row) => row.maxScore?.value === first.maxScore?.value);
  const isFraction = exact(first.maxScore.value).decimalPlaces() >= 1;
  const isFine = !exact(first.maxScore.value).mod('0.5').isZero();
  if (!isFraction || !isFine || equal.length < members.length || equal.length < 2) return zero;
  return halfUnit(first.maxScore.decimals).times(equal.length);
}

function siblings(all: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const byParent = new Map<string, Indicator[]>();
  for (const row of all) {
    const parent = row.path.slice(0, -1).join('\n');
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  return byParent;
}
