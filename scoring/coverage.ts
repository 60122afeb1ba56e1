import type { Assessment } from '../model/assessment.ts';
import type { Coverage } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import { rowsNotRead } from './reconcile/count-points.ts';

/** How much of the table stands behind the verdicts. */
export function coverageOf(assessment: Assessment, outcomes: readonly Outcome[]): Coverage {
  const verdicts: Record<string, number> = {};
  for (const { verdict } of outcomes) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const { indicators } = assessment;
  return {
    rows: indicators.length,
    rowsWithScore: indicators.filter(({ maxScore, selfScore }) => maxScore && selfScore).length,
    verdicts,
    repairedRows: indicators.filter(({ repairs }) => repairs.length > 0).length,
    rowsNotRead: rowsNotRead(assessment),
  };
}
