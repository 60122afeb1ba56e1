import type { Indicator } from '../model/assessment.ts';
import type { Severity } from '../model/finding.ts';
import type { Printed } from '../model/printed.ts';
import type { PointsOutcome } from './reconcile/count-points.ts';

/**
 * Least confidence of a row's reading that an accusation may rest on: below it the next best reading is nearly as good
 * as the one taken. See `docs/decisions/errors-rest-on-firm-readings.md`.
 */
const leastFirmConfidence = 0.5;

/** A figure read where its column says it is. */
export function isFirm(printed: Printed): boolean {
  return printed.origin === 'printed';
}

/** A figure that stands in the document, be it in another place than its column says; not one of ours. */
export function isInDocument(printed: Printed): boolean {
  return printed.origin === 'printed' || printed.origin === 'moved';
}

/** A row whose reading as a whole had no serious rival. */
export function isFirmRow(row: Indicator): boolean {
  return row.confidence >= leastFirmConfidence;
}

/**
 * A self score that an error may rest on: in its own column, or moved within a table whose points add up to the full mark,
 * which a misplaced column would break.
 */
export function isFirmScore(row: Indicator, points: PointsOutcome): boolean {
  if (!isFirmRow(row)) return false;
  return row.selfScore === undefined || isFirm(row.selfScore) || points.verdict === 'equal';
}

/** Was this field of the row moved, joined or inferred? */
export function isRepaired(
  row: Indicator,
  ...fields: readonly Indicator['repairs'][number]['field'][]
): boolean {
  return row.repairs.some((repair) => fields.includes(repair.field));
}

/** An error stays one only on firm readings; otherwise it is a warning. */
export function errorIf(reading: 'firm' | 'doubtful'): Severity {
  return reading === 'firm' ? 'error' : 'warning';
}

/** `firm` when every condition holds. */
export function firmWhen(...conditions: readonly boolean[]): 'firm' | 'doubtful' {
  return conditions.every(Boolean) ? 'firm' : 'doubtful';
}
