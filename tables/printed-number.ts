import type { Printed } from '../model/printed.ts';
import { normalizeDecimal, readNumeral } from '../text/numeral.ts';
import type { LineCell } from './line.ts';
import { wordedScore } from './worded-figures.ts';

/** A cell's text as a printed number, when it is one and nothing else. */
export function printNumber(
  cell: Pick<LineCell, 'text' | 'place'>,
  origin: Printed['origin'] = 'printed',
): Printed | undefined {
  const numeral = readNumeral(cell.text);
  if (numeral === undefined) return undefined;
  return { raw: cell.text, ...numeral, origin, place: cell.place };
}

/** Points or a score: a number without a unit other than 分 (a weight printed as `10%` counts as 10 points), also as `得9.5分`. */
export function printScore(cell: LineCell, origin: Printed['origin'] = 'printed'): Printed | undefined {
  const digits = wordedScore(cell.text);
  const printed = digits === undefined ? printNumber(cell, origin) : printDigits(cell, digits, origin);
  return printed && (printed.unit === undefined || printed.unit === '分' || printed.unit === '%')
    ? printed
    : undefined;
}

/** A number whose digits stand among other words of a cell. */
export function printDigits(
  { text, place }: Pick<LineCell, 'text' | 'place'>,
  digits: string,
  origin: Printed['origin'] = 'printed',
): Printed {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { raw: text, value: normalizeDecimal(digits), decimals, unit: '分', origin, place };
}
