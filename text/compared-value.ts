import { isBlankMark } from './blank-mark.ts';
import {
  type ComparisonSign,
  isSignGlyph,
  readComparisonSign,
  signBeforePattern,
  signBehindPattern,
} from './comparison-sign.ts';
import { type PrintedDate, readDates } from './date.ts';
import { foldWidth } from './fold.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { readYears } from './year.ts';

/**
 * A target or an actual result as a form prints it.
 *
 * - `number`: one value, with a sign where one is printed (`≥95%`, `不少于12种`, `3个以内`). `signedBy` says how: a copied target keeps
 *   its glyph (`≥95%`), while a measured value may well stand in words (`达到95%`). `subject` is the quantity when its name stands in
 *   the same cell (`满意度≥95%`).
 * - `range`: two values (`18-25℃`), in printed order.
 * - `time`: a year, a date or a span of them (`2019年`, `2020年1月--2020年11月`); `sign` is `≤` for 之前.
 * - `sign`: a sign alone; `blank`: a mark for "not filled in"; `words`: everything else, never guessed at.
 */
export type ComparedValue =
  | {
      readonly kind: 'number';
      readonly sign?: ComparisonSign;
      readonly signedBy?: 'glyph' | 'word';
      readonly numeral: Numeral;
      readonly subject?: string;
    }
  | { readonly kind: 'range'; readonly from: Numeral; readonly to: Numeral }
  | { readonly kind: 'time'; readonly sign?: ComparisonSign; readonly dates: readonly PrintedDate[] }
  | { readonly kind: 'sign'; readonly sign: ComparisonSign }
  | { readonly kind: 'blank' }
  | { readonly kind: 'words'; readonly text: string };

/** Longer cells hold sentences; the bound also keeps the patterns cheap. */
const longestValue = 80;

/** Reads a cell of the columns for targets and actual results. A text with two signs that disagree stays words. */
export function readComparedValue(raw: string): ComparedValue {
  if (isBlankMark(raw)) return { kind: 'blank' };
  if (raw.length > longestValue) return { kind: 'words', text: raw };
  const text = foldWidth(raw)
    .trim()
    .replace(/[。;,、]+$/u, '')
    .replace(/^[“"](.*)[”"]$/u, '$1');
  const sign = readComparisonSign(text);
  if (sign !== undefined) return { kind: 'sign', sign };
  return readTime(text) ?? readBounded(text) ?? readRange(text) ?? { kind: 'words', text: raw };
}

const boundedValue = new RegExp(
  `^(?<subject>[^\\d≥≤<>=]{0,40}?)(?<before>(?:${signBeforePattern} ?)*)(?<value>[-+−¥]?\\d.*?)(?<behind>${signBehindPattern}|(?<=%)已?完成)?$`,
  'u',
);
const inclusion = / ?\((?<not>不)?含(?:本数|等于)?\) ?/u;
/** Words before a value that say only that it was reached. */
const neutralSubject =
  /^(?:已|已经|实际|全部|共|共计|合计|累计|为)?(?:完成|达成|实现|完成率|完成值)?为?[::]?$/u;

/** What stands before a sign and turns it round or blurs it. */
const blurs = /[不未没非无约近逾超]$/u;

function readBounded(text: string): ComparedValue | undefined {
  const inclusive = inclusion.exec(text);
  const groups = boundedValue.exec(text.replace(inclusion, ''))?.groups;
  const numeral = readNumeral(groups?.value ?? '');
  if (groups === undefined || numeral === undefined) return undefined;
  const { before = '', behind = '' } = groups;
  const signs = signsOf(before, behind);
  const sign = signs[0];
  if (signs.some((other) => other !== sign)) return undefined;
  const subject = (groups.subject ?? '').trim();
  if (blurs.test(subject)) return undefined;
  const isNamed = !neutralSubject.test(subject);
  if (isNamed && sign === undefined && !subject.endsWith(':')) return undefined;
  const signedBy = before.split(' ').some(isSignGlyph) || /[≥≤<>=]/.test(before) ? 'glyph' : 'word';
  return {
    kind: 'number',
    ...(sign === undefined ? {} : { sign: withInclusion(sign, inclusive), signedBy }),
    numeral,
    ...(isNamed ? { subject: subject.replace(/:$/, '') } : {}),
  };
}

const oneSign = new RegExp(signBeforePattern, 'gu');

function signsOf(before: string, behind: string): readonly ComparisonSign[] {
  return [...(before.replace(/\s/g, '').match(oneSign) ?? []), behind].flatMap(
    (wording) => readComparisonSign(wording) ?? [],
  );
}

function withInclusion(sign: ComparisonSign, inclusive: RegExpExecArray | null): ComparisonSign {
  if (inclusive === null) return sign;
  const excludes = inclusive.groups?.not !== undefined;
  if (sign === '≥' || sign === '>') return excludes ? '>' : '≥';
  if (sign === '≤' || sign === '<') return excludes ? '<' : '≤';
  return sign;
}

function readRange(text: string): ComparedValue | undefined {
  const match = /^(.*?\S) ?(?:-{1,2}|—{1,2}|–|~{1,2}|至|到) ?(\d.*)$/u.exec(text.replace(/之间$/u, ''));
  const [from, to] = [readNumeral(match?.[1] ?? ''), readNumeral(match?.[2] ?? '')];
  if (from === undefined || to === undefined) return undefined;
  return from.unit !== undefined && to.unit !== undefined && from.unit !== to.unit
    ? undefined
    : { kind: 'range', from, to };
}

const aroundDates = /^[\s\-—–~至到()]*$/u;
const beforeDate = /^(?:底|末)?(?:之前|以前|前)(?:完成)?$/u;

function readTime(text: string): ComparedValue | undefined {
  const exact = readDates(text);
  const years = readYears(text).filter(
    (year) =>
      year.form !== 'bare' && !exact.some((date) => year.start >= date.start && year.start < date.end),
  );
  const dates = [...exact, ...years.map(({ form: _form, ...year }) => year)].sort(
    (left, right) => left.start - right.start,
  );
  if (dates.length === 0) return undefined;
  const rest = dates.reduceRight((left, date) => left.slice(0, date.start) + left.slice(date.end), text);
  if (aroundDates.test(rest)) return { kind: 'time', dates };
  if (dates.length === 1 && beforeDate.test(rest)) return { kind: 'time', sign: '≤', dates };
  const sign = readComparisonSign(rest);
  return sign === undefined ? undefined : { kind: 'time', sign, dates };
}
