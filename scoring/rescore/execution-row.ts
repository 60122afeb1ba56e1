import { Decimal } from 'decimal.js';
import type { Assessment, FundsRow } from '../../model/assessment.ts';
import type { Printed } from '../../model/printed.ts';
import { between, single } from '../rules/score-set.ts';
import type { TargetScores } from './target-scores.ts';

/**
 * Scores of the 预算执行率 row: rate × points, the rate being executed ÷ adjusted budget. The printed rate and the rate of the
 * initial budget are other readings; whether those are right is not this row's matter.
 */
export function executionScores({ funds }: Assessment, points: Decimal): readonly TargetScores[] {
  const row = funds.find(({ isTotal }) => isTotal) ?? (funds.length === 1 ? funds[0] : undefined);
  if (!row) return [];
  const stated = row.rate && rateReading(row.rate, points);
  const computed = [row.adjusted, row.initial].flatMap((budget) => {
    const reading = budget && ratioReading(row, budget, points);
    return reading ? [reading] : [];
  });
  return stated ? [...computed, stated] : computed;
}

function ratioReading({ executed }: FundsRow, budget: Printed, points: Decimal): TargetScores | undefined {
  const [above, below] = [executed?.value, budget.value].map((value) => new Decimal(value ?? 0));
  if (!executed || !above || !below || below.lte(0) || above.lt(0)) return undefined;
  const rate = Decimal.min(1, above.div(below));
  const score = rate.times(points);
  return {
    kind: 'proportional',
    scores: single(score),
    expected: score,
    isMet: rate.gte(1),
    isOvershot: false,
    clause: `执行率${executed.raw || executed.value}÷${budget.raw || budget.value}＝${above.div(below).times(100).toFixed(2)}%，×${points.toFixed()}分`,
  };
}

/** A printed rate with its interval: `91.3%`, or `0.913` as a spreadsheet keeps it. */
function rateReading(rate: Printed, points: Decimal): TargetScores {
  const isFraction = rate.unit !== '%' && new Decimal(rate.value).lte(2);
  const scale = new Decimal(isFraction ? 1 : '0.01');
  const half = new Decimal(10).pow(-rate.decimals).div(2);
  const at = (value: Decimal): Decimal => Decimal.max(0, Decimal.min(1, value.times(scale))).times(points);
  const value = new Decimal(rate.value);
  return {
    kind: 'proportional',
    scores: between(at(value.minus(half)), at(value.plus(half))),
    expected: at(value),
    isMet: value.times(scale).gte(1),
    isOvershot: false,
    clause: `执行率${rate.raw || rate.value}×${points.toFixed()}分`,
  };
}
