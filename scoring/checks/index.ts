import type { FindingCode } from '../../model/finding.ts';
import { actualNotAValue } from './actual-not-a-value.ts';
import { budgetExecutionRateMismatch } from './budget-execution-rate-mismatch.ts';
import { budgetExecutionScoreMismatch } from './budget-execution-score-mismatch.ts';
import { budgetSumMismatch } from './budget-sum-mismatch.ts';
import type { Check } from './check.ts';
import { deviationReasonMissing } from './deviation-reason-missing.ts';
import { duplicateReport } from './duplicate-report.ts';
import { duplicateRow } from './duplicate-row.ts';
import { evidenceArithmeticMismatch } from './evidence-arithmetic-mismatch.ts';
import { evidenceOffMeasure } from './evidence-off-measure.ts';
import { gradeAmbiguous } from './grade-ambiguous.ts';
import { gradeMismatch } from './grade-mismatch.ts';
import { gradeMissing } from './grade-missing.ts';
import { narrativeTotalMismatch } from './narrative-total-mismatch.ts';
import { narrativeYearMismatch } from './narrative-year-mismatch.ts';
import { overshootUnexplained } from './overshoot-unexplained.ts';
import { pointsGroupMismatch } from './points-group-mismatch.ts';
import { pointsTotalMismatch } from './points-total-mismatch.ts';
import { scoreAboveMax } from './score-above-max.ts';
import { scoreContradictsEvidence } from './score-contradicts-evidence.ts';
import { scoreGroupMismatch } from './score-group-mismatch.ts';
import { scoreInadmissible } from './score-inadmissible.ts';
import { scoreMissing } from './score-missing.ts';
import { scoreNegative } from './score-negative.ts';
import { scoreUnexplainedLoss } from './score-unexplained-loss.ts';
import { tableIncomplete } from './table-incomplete.ts';
import { totalMismatch } from './total-mismatch.ts';
import { totalMissing } from './total-missing.ts';
import { totalUnreconciled } from './total-unreconciled.ts';

/** Every check, in the order in which findings are reported. */
export const checks: readonly Check[] = [
  totalMismatch,
  totalUnreconciled,
  totalMissing,
  tableIncomplete,
  scoreMissing,
  scoreAboveMax,
  scoreNegative,
  scoreInadmissible,
  scoreContradictsEvidence,
  scoreUnexplainedLoss,
  scoreGroupMismatch,
  pointsGroupMismatch,
  pointsTotalMismatch,
  gradeMismatch,
  gradeMissing,
  gradeAmbiguous,
  budgetSumMismatch,
  budgetExecutionRateMismatch,
  budgetExecutionScoreMismatch,
  evidenceArithmeticMismatch,
  evidenceOffMeasure,
  deviationReasonMissing,
  actualNotAValue,
  overshootUnexplained,
  narrativeTotalMismatch,
  narrativeYearMismatch,
  duplicateRow,
  duplicateReport,
];

/** The check behind a code, for whoever explains it. */
export function findCheck(code: FindingCode | (string & {})): Check | undefined {
  return checks.find((check) => check.code === code);
}
