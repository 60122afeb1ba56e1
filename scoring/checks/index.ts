import type { FindingCode } from '../../model/finding.ts';
import { budgetSumMismatch } from './budget-sum-mismatch.ts';
import type { Check } from './check.ts';
import { deviationReasonMissing } from './deviation-reason-missing.ts';
import { duplicateRow } from './duplicate-row.ts';
import { gradeAmbiguous } from './grade-ambiguous.ts';
import { gradeMismatch } from './grade-mismatch.ts';
import { gradeMissing } from './grade-missing.ts';
import { pointsGroupMismatch } from './points-group-mismatch.ts';
import { pointsTotalMismatch } from './points-total-mismatch.ts';
import { scoreAboveMax } from './score-above-max.ts';
import { scoreMissing } from './score-missing.ts';
import { scoreNegative } from './score-negative.ts';
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
  pointsGroupMismatch,
  pointsTotalMismatch,
  gradeMismatch,
  gradeMissing,
  gradeAmbiguous,
  budgetSumMismatch,
  deviationReasonMissing,
  duplicateRow,
];

/** The check behind a code, for whoever explains it. */
export function findCheck(code: FindingCode | (string & {})): Check | undefined {
  return checks.find((check) => check.code === code);
}
