import { readChineseInteger } from './chinese-integer.ts';
import { foldKeepingLength } from './fold.ts';
import { foldNoughts } from './numeral.ts';

/**
 * A year in a text. `budget`: 2023年度; `calendar`: 2023年 or the year of a date or span; `bare`: four digits that stand alone, on a
 * line of their own or between brackets. `start` and `end` are a half-open range of UTF-16 units.
 */
export type PrintedYear = {
  readonly year: number;
  readonly form: 'budget' | 'calendar' | 'bare';
  readonly raw: string;
  readonly start: number;
  readonly end: number;
};

const digits = String.raw`(?<!\d|\d\.)(?:19[5-9]|20\d)\d`;
const words = '[一二][〇○零九O0][〇○零一二三四五六七八九O0]{2}';
const rangeMark = '(?:-{1,2}|—{1,2}|–|−|~|～|至|到|、|和|及|与|/)';
/** `〔2023〕12号` numbers a document; its year says nothing about what is assessed. */
const documentNumber = /[〔[【(]\s*(?:19|20)\d\d\s*[〕\]】)]\s*第?\s*\d+\s*号/g;
const named = new RegExp(`(${digits}|${words}) ?(年度|年)`, 'gu');
const first = new RegExp(`(${digits})(?= ?${rangeMark} ?20\\d\\d ?年)`, 'gu');
const dated = new RegExp(`(${digits})(?=([-/.])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01])(?!\\d))`, 'gu');
const bare = new RegExp(`(?<=^[ #*]*|[\\n(\\[【][ #*]*)(${digits})(?= *(?:$|[\\n)\\]】]))`, 'gu');

/** All years of a text in their order: （2023年度）, 2023年, 二〇二三年度, the years of dates, both ends of 2020-2022年, a lone 2023. */
export function readYears(text: string): readonly PrintedYear[] {
  const folded = foldNoughts(foldKeepingLength(text)).replace(documentNumber, (found) =>
    ' '.repeat(found.length),
  );
  const found = new Map<number, PrintedYear>();
  const add = (match: RegExpExecArray, form: PrintedYear['form']): void => {
    const year = yearOf(match[1] ?? '');
    const [start, end] = [match.index, match.index + match[0].length];
    if (year !== undefined && !found.has(start)) {
      found.set(start, { year, form, raw: text.slice(start, end), start, end });
    }
  };
  for (const match of folded.matchAll(named)) add(match, match[2] === '年度' ? 'budget' : 'calendar');
  for (const match of folded.matchAll(first)) add(match, 'calendar');
  for (const match of folded.matchAll(dated)) add(match, 'calendar');
  for (const match of folded.matchAll(bare)) add(match, 'bare');
  return [...found.values()].sort((left, right) => left.start - right.start);
}

/** Reads `2023` or `二〇二三`, 1950 to 2099. */
export function yearOf(printed: string): number | undefined {
  const year = /^\d{4}$/.test(printed) ? Number(printed) : readChineseInteger(printed.replace(/[O0]/g, '〇'));
  return year !== undefined && year >= 1950 && year <= 2099 ? year : undefined;
}
