import { Decimal } from 'decimal.js';
import type { ResultAssessment, ResultIndicator } from '../model/result.ts';

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

/** The rows whose scores add up to the recomputed total: all, those but the execution row, or no such simple choice. */
export type CountedRows =
  | { readonly way: 'all' | 'without-execution'; readonly rows: readonly ResultIndicator[] }
  | { readonly way: 'other' };

/** Forms count in many ways; of these two a reader can follow the sum row by row. */
export function countedRows({ indicators, total }: ResultAssessment): CountedRows {
  if (sumOf(scoresOf(indicators)) === total.low) return { way: 'all', rows: indicators };
  const rows = indicators.filter(({ kind }) => kind !== 'execution');
  return sumOf(scoresOf(rows)) === total.low ? { way: 'without-execution', rows } : { way: 'other' };
}

/** The printed scores of rows. */
function scoresOf(rows: readonly ResultIndicator[]): readonly string[] {
  return rows.flatMap(({ selfScore }) => (selfScore === null ? [] : [selfScore]));
}
