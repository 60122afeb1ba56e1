import { readChineseInteger } from './chinese-integer.ts';
import { foldKeepingLength } from './fold.ts';
import { foldNoughts } from './numeral.ts';
import { yearOf } from './year.ts';

/**
 * A calendar date, as precise as it is printed; `month` and `day` count from 1. `start` and `end` are a half-open range of UTF-16
 * units.
 */
export type PrintedDate = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
};

const year = String.raw`(?<!\d|\d\.)(?:19|20)\d\d`;
const han = '[〇○零一二三四五六七八九十]';
const withCharacters = new RegExp(
  `(${year}|${han}{4}) ?年 ?(\\d{1,2}|${han}{1,3}) ?月(?:份)?(?: ?(\\d{1,2}|${han}{1,3}) ?[日号])?`,
  'gu',
);
const withMarks = new RegExp(`(${year})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])`, 'gu');

/**
 * All dates of a text in their order: 2023年5月3日, 2023年5月, 二〇二三年五月三日, 2023-05-03, 2023/5/3, 2023.5.3. Days that no calendar has
 * are no dates.
 */
export function readDates(text: string): readonly PrintedDate[] {
  const folded = foldNoughts(foldKeepingLength(text));
  const found: PrintedDate[] = [];
  for (const match of folded.matchAll(withCharacters)) add(match, [match[1], match[2], match[3]]);
  for (const match of folded.matchAll(withMarks)) add(match, [match[1], match[3], match[4]]);
  return found.sort((left, right) => left.start - right.start);

  function add(match: RegExpExecArray, parts: readonly (string | undefined)[]): void {
    const date = calendarDate(parts);
    const [start, end] = [match.index, match.index + match[0].length];
    if (date !== undefined) found.push({ ...date, raw: text.slice(start, end), start, end });
  }
}

type Calendar = Pick<PrintedDate, 'year' | 'month' | 'day'>;

function calendarDate([printedYear = '', printedMonth = '', printedDay]: readonly (string | undefined)[]):
  | Calendar
  | undefined {
  const year = yearOf(printedYear);
  const month = numberOf(printedMonth);
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (printedDay === undefined) return { year, month };
  const day = numberOf(printedDay);
  return day !== undefined && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

function numberOf(printed: string): number | undefined {
  return /^\d+$/.test(printed) ? Number(printed) : readChineseInteger(printed);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
