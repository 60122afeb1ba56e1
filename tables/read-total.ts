import type { Assessment } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import { sumUnits, toUnits } from './exact-sum.ts';
import type { IndicatorRow } from './indicator-row.ts';
import type { LineCell, RowLine } from './line.ts';
import { printDigits, printScore } from './printed-number.ts';
import type { Header } from './recognize-header.ts';
import { labelledFigure } from './worded-figures.ts';

type Total = NonNullable<Assessment['total']>;

/** Reads 总分 | 100 | 96.8; in moved rows the first number is the full mark and the last the score. */
export function readTotalRow(row: RowLine, header: Header, rows: readonly IndicatorRow[]): Total {
  const numbers = row.cells.flatMap((cell) => {
    const printed = cell.fromAbove ? undefined : printScore(cell);
    return printed ? [{ cell, printed }] : [];
  });
  const under = (role: 'points' | 'selfScore'): Printed | undefined => {
    const column = header.columns.find((candidate) => candidate.role === role);
    return column && numbers.find(({ cell }) => overlaps(cell, column))?.printed;
  };
  const isReview = (cell: LineCell): boolean =>
    header.columns.some((column) => column.role === 'reviewScore' && overlaps(cell, column));
  // In moved text the places count where both figures stand under their own headings.
  const printed = under('selfScore');
  const max = under('points');
  if (row.arrangement === 'drawn' ? (printed ?? max) : printed && max) {
    // The full mark may stand under the points of an outer level.
    const mark =
      max ?? numbers.find((number) => number.printed !== printed && !isReview(number.cell))?.printed;
    return { ...(mark ? { max: mark } : {}), ...(printed ? { printed } : {}), place: row.place };
  }
  const printedNumbers = withoutRepeatedMark(numbers.map((number) => number.printed));
  const reviewed = header.columns.some(({ role }) => role === 'reviewScore');
  const [first, second] = printedNumbers;
  if (first === undefined) return readTotalInWords(row);
  if (second !== undefined)
    return { max: first, printed: reviewed ? second : (printedNumbers.at(-1) ?? second), place: row.place };
  return readLoneTotal(first, row, rows);
}

/** Each level may print the full mark: 100 | 100 | 96.8. */
function withoutRepeatedMark(numbers: readonly Printed[]): readonly Printed[] {
  const [first, second, third] = numbers;
  return third !== undefined && first?.value === second?.value
    ? withoutRepeatedMark(numbers.slice(1))
    : numbers;
}

/** 总分：96.8分. */
function readTotalInWords(row: RowLine): Total {
  for (const cell of row.cells) {
    const figure = labelledFigure(cell.text);
    if (figure) return { printed: printDigits(cell, figure.digits), place: row.place };
  }
  return { place: row.place };
}

/** One number in the total row: the full mark if the points add up to it and the scores do not, else the score. */
function readLoneTotal(only: Printed, row: RowLine, rows: readonly IndicatorRow[]): Total {
  const points = sumUnits(rows.map(({ points: max }) => max?.value));
  const scores = sumUnits(rows.map(({ selfScore }) => selfScore?.value));
  const isMax = toUnits(only.value) === points && points !== scores;
  return isMax ? { max: only, place: row.place } : { printed: only, place: row.place };
}

function overlaps(cell: LineCell, column: { readonly start: number; readonly end: number }): boolean {
  return cell.column < column.end && column.start < cell.column + cell.columnSpan;
}
