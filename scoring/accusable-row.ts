import type { Indicator } from '../model/assessment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Printed } from '../model/printed.ts';
import { exact } from './exact.ts';
import { firmWhen, isFirm, isFirmScore, isRepaired } from './firm-reading.ts';
import { changesBand } from './grade/judge-grade.ts';
import { spanHeads, spannedRows } from './reconcile/counted-rows.ts';
import { remarkedRows } from './remarked-rows.ts';
import { isBonus, isDeduction, isNotApplicable, subtotalRows } from './row-kinds.ts';
import type { ScoringContext } from './scoring-context.ts';

/** A row whose printed score may be held against its recomputation. */
export type AccusableRow = {
  readonly row: Indicator & { readonly maxScore: Printed; readonly selfScore: Printed };
  readonly outcome: Outcome;
  readonly reading: 'firm' | 'doubtful';
};

/**
 * Rows whose score is their own and lies between zero and their points: no sums of rows, no bonus, no shared score cell, no
 * weights for scores out of 100. Scores outside of their points have checks of their own, and so has the execution row.
 */
export function accusableRows(context: ScoringContext): readonly AccusableRow[] {
  const { assessment, outcomes } = context;
  const subtotals = subtotalRows(assessment.indicators);
  const shared = new Set([...spanHeads(assessment), ...spannedRows(assessment)]);
  return assessment.indicators.flatMap((row, index) => {
    const outcome = outcomes[index];
    if (!outcome || !isScoredAlone(row) || subtotals.has(row) || shared.has(row.id)) return [];
    if (row.maxScore.unit === '%' && context.total.outcome.readingKey !== 'all-rows') return [];
    return [{ row, outcome, reading: readingOf(context, row, outcome) }];
  });
}

function isScoredAlone(row: Indicator): row is AccusableRow['row'] {
  const { maxScore, selfScore } = row;
  if (!maxScore || !selfScore || row.kind === 'execution') return false;
  if (isBonus(row) || isDeduction(row) || isNotApplicable(row)) return false;
  const score = exact(selfScore.value);
  return score.gte(0) && score.lte(exact(maxScore.value));
}

function readingOf({ points }: ScoringContext, row: AccusableRow['row'], outcome: Outcome) {
  const isOwnRule = outcome.basis === 'standard' || outcome.basis === 'rubric';
  const isMoved = isOwnRule
    ? isRepaired(row, 'row', 'standard', 'definition', 'evidence')
    : isRepaired(row, 'row', 'target', 'actual');
  const hasPoints = row.maxScore.origin !== 'rubric' && row.maxScore.origin !== 'solved';
  return firmWhen(
    isFirmScore(row, points),
    hasPoints && (isFirm(row.maxScore) || points.verdict === 'equal'),
    !isMoved,
    outcome.basis !== 'rubric',
  );
}

/**
 * Rows that lost points although their target is met. A recomputation that gives the very score (half of the points far
 * above the target, where the form says so) explains the loss.
 */
export function unexplainedLosses(context: ScoringContext) {
  const lost = new Map(
    remarkedRows(context, 'unexplained-loss').map(({ row, remark }) => [row.id, remark] as const),
  );
  return accusableRows(context).flatMap(({ row, outcome, reading }) => {
    const remark = lost.get(row.id);
    const isOpen = outcome.verdict === 'admissible' || outcome.verdict === 'discretionary';
    return remark && isOpen && reading === 'firm' ? [{ row, remark }] : [];
  });
}

/** Ids of rows whose loss another finding tells: the target is met, or the recomputation gives full marks. */
export function lossesToldElsewhere(context: ScoringContext): ReadonlySet<string> {
  const undue = accusableRows(context).filter(
    ({ row, outcome }) =>
      outcome.verdict === 'contradicted' &&
      outcome.expected !== undefined &&
      exact(outcome.expected).gte(exact(row.maxScore.value)),
  );
  return new Set([...undue, ...unexplainedLosses(context)].map(({ row }) => row.id));
}

/** Would the total's band be another if the row had this score? */
export function bandChanges(
  { assessment, scale }: ScoringContext,
  { selfScore }: AccusableRow['row'],
  recomputed: string | undefined,
): boolean {
  const printed = assessment.total?.printed;
  if (!printed || recomputed === undefined) return false;
  const total = exact(printed.value);
  return changesBand(scale, total, total.minus(exact(selfScore.value)).plus(exact(recomputed)));
}
