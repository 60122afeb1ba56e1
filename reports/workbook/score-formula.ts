import type { ResultAssessment } from '../../model/result.ts';
import { countedRows, sumOf } from '../figures.ts';
import type { Words } from '../words/words.ts';
import { type RowRange, referredColumns } from './indicator-sheet.ts';
import type { Formula } from './sheet.ts';

/**
 * The sum of an assessment's scores as a formula over its rows. A form may count other than all its rows; the formula is
 * the way of counting that gives the recomputed total, and where neither does it is the recomputed total itself.
 */
export function scoreFormula(
  assessment: ResultAssessment,
  range: RowRange | undefined,
  words: Words,
): Formula | number {
  const recomputed = Number(assessment.total.low);
  if (range === undefined) return recomputed;
  const { selfScore, kind } = referredColumns(words);
  const scores = rangeOf(words, selfScore, range);
  const { way } = countedRows(assessment);
  if (way === 'all') return { formula: `SUM(${scores})`, result: recomputed };
  if (way === 'without-execution') {
    const kinds = rangeOf(words, kind, range);
    return { formula: `SUMIFS(${scores},${kinds},"<>${words.rowKinds.execution}")`, result: recomputed };
  }
  return recomputed;
}

/** The sum of an assessment's points as a formula over its rows. */
export function pointsFormula(
  { indicators }: ResultAssessment,
  range: RowRange | undefined,
  words: Words,
): Formula | null {
  if (range === undefined) return null;
  const points = indicators.flatMap(({ maxScore }) => (maxScore === null ? [] : [maxScore]));
  return {
    formula: `SUM(${rangeOf(words, referredColumns(words).points, range)})`,
    result: Number(sumOf(points)),
  };
}

function rangeOf(words: Words, column: string, { first, last }: RowRange): string {
  return `'${words.sheets.indicators}'!${column}${first}:${column}${last}`;
}
