import { Decimal } from 'decimal.js';
import type { ResultAssessment } from '../model/result.ts';

/** `a − b` as a decimal string with its sign. */
export function differenceOf(a: string, b: string): string {
  return new Decimal(a).minus(b).toFixed();
}

/** The same without its sign. */
export function distanceOf(a: string, b: string): string {
  return new Decimal(a).minus(b).abs().toFixed();
}

/** Exact sum of decimal strings. */
export function sumOf(values: readonly string[]): string {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed();
}

/** How many scores of an assessment are missing although its rows carry points. */
export function missingScores(assessment: ResultAssessment): number {
  return assessment.indicators.filter(({ selfScore }) => selfScore === null).length;
}
