import type { Printed } from '../model/printed.ts';
import { readNumeral } from '../text/numeral.ts';
import type { LineCell } from './line.ts';

/** A cell's text as a printed number, when it is one and nothing else. */
export function printNumber(
  cell: Pick<LineCell, 'text' | 'place'>,
  origin: Printed['origin'] = 'printed',
): Printed | undefined {
  const numeral = readNumeral(cell.text);
  if (numeral === undefined) return undefined;
  return { raw: cell.text, ...numeral, origin, place: cell.place };
}

/** Points or a score: a number without a unit other than 分 (a weight printed as `10%` counts as 10 points). */
export function printScore(cell: LineCell, origin: Printed['origin'] = 'printed'): Printed | undefined {
  const printed = printNumber(cell, origin);
  return printed && (printed.unit === undefined || printed.unit === '分' || printed.unit === '%')
    ? printed
    : undefined;
}
