import { Decimal } from 'decimal.js';
import { plain } from '../truth/figures.ts';
import { changeRow, expecting, type Injector, moveTotal } from './injector.ts';

/** The printed execution rate is another than executed ÷ budget; the score follows the amounts. */
export const wrongExecutionRate: Injector = (random, assessment) => {
  const [total, ...parts] = assessment.funds;
  if (!total || new Decimal(total.rate.replace('%', '')).lt(20)) return undefined;
  const rate = new Decimal(total.rate.replace('%', '')).minus(random.pick([5, 9, 12]));
  const decimals = total.rate.split('.')[1]?.replace('%', '').length ?? 0;
  const changed = { ...assessment, funds: [{ ...total, rate: `${rate.toFixed(decimals)}%` }, ...parts] };
  return expecting(
    changed,
    [{ code: 'budget/execution-rate-mismatch' }],
    [{ code: 'budget/execution-score-mismatch' }, { code: 'score/contradicts-evidence', subject: 0 }],
  );
};

/** The execution score is another than rate × points; the total follows it. */
export const wrongExecutionScore: Injector = (random, assessment) => {
  const [total, ...parts] = assessment.funds;
  if (total?.score === undefined || assessment.rows[0]?.kind !== 'execution') return undefined;
  const lower = Decimal.max(0, new Decimal(total.score).minus(random.pick(['1', '1.5', '2'])));
  const difference = lower.minus(total.score);
  const changed = { ...assessment, funds: [{ ...total, score: plain(lower) }, ...parts] };
  return expecting(
    moveTotal(changeRow(changed, { index: 0, row: { selfScore: plain(lower) } }), difference),
    [{ code: 'budget/execution-score-mismatch' }],
    [{ code: 'score/contradicts-evidence', subject: 0 }, { code: 'grade/mismatch' }],
  );
};

/** A printed budget total is another than its parts sum to. */
export const wrongBudgetSum: Injector = (random, assessment) => {
  const difference = random.pick(['10', '0.9', '-3.3']);
  if (assessment.budget) {
    const total = plain(new Decimal(assessment.budget.total).plus(difference));
    const changed = { ...assessment, budget: { ...assessment.budget, total } };
    return expecting(changed, [{ code: 'budget/sum-mismatch' }]);
  }
  const [total, ...parts] = assessment.funds;
  if (!total || parts.length < 2 || !assessment.shows.includes('initial funds')) return undefined;
  const initial = plain(new Decimal(total.initial).plus(new Decimal(difference).abs()));
  const changed = { ...assessment, funds: [{ ...total, initial }, ...parts] };
  return expecting(changed, [{ code: 'budget/sum-mismatch' }]);
};
