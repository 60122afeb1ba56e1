import type { DecimalString } from '../model/decimal-string.ts';
import { readChineseInteger } from './chinese-integer.ts';
import { foldKeepingLength } from './fold.ts';
import { foldNoughts, normalizeDecimal } from './numeral.ts';
import { unitPattern } from './units.ts';

/**
 * A number in running text. `unit` is as printed (full-width signs folded) and absent where none of the known units follows;
 * nothing is converted. `start` and `end` are a half-open range of UTF-16 units in the text that was given.
 */
export type Amount = {
  readonly value: DecimalString;
  readonly decimals: number;
  readonly unit?: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Thousands need exact groups; spaces separate groups only in sums of money with a decimal part. Digits behind a Latin letter
 * or a point (`A4`, `v2`, `1.2.3`) are no amount.
 */
const number = String.raw`(?<![\d.A-Za-z_])(?:(?<![\d%‰A-Za-z)\]）】])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?=\.\d+ ?[万亿]?元)|\d+)(?:\.\d+)?(?!\.?\d)`;
const percentWords = '百分之([零〇一二两三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]+))?';
const amount = new RegExp(`(${number})(?: ?(${unitPattern}))?|${percentWords}`, 'gu');

/**
 * All amounts of a running text in their order, years and list numbers too: `42个`, `3,754.11万元`, `-4.3%`, `百分之五`. A
 * minus directly behind another amount is a dash (`5人-10人`).
 */
export function readAmounts(text: string): readonly Amount[] {
  const found: Amount[] = [];
  let lastEnd = -1;
  for (const match of foldNoughts(foldThousands(text)).matchAll(amount)) {
    const read = match[1] === undefined ? percentInWords(match) : digitsAmount(match[1], match[2]);
    const end = match.index + match[0].length;
    if (read !== undefined) {
      const isDash = match.index === lastEnd && read.value.startsWith('-');
      const start = isDash ? match.index + 1 : match.index;
      found.push({
        ...read,
        value: isDash ? read.value.slice(1) : read.value,
        raw: text.slice(start, end),
        start,
        end,
      });
    }
    lastEnd = end;
  }
  return found;
}

type Value = Pick<Amount, 'value' | 'decimals' | 'unit'>;

function digitsAmount(digits: string, unit: string | undefined): Value {
  const plain = digits.replace(/[, ]/g, '').replace('−', '-');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return { value: normalizeDecimal(plain), decimals, ...(unit === undefined ? {} : { unit }) };
}

function percentInWords(match: RegExpExecArray): Value | undefined {
  const whole = readChineseInteger(match[3] ?? '');
  if (whole === undefined) return undefined;
  const fraction = [...(match[4] ?? '')].map((digit) => readChineseInteger(digit) ?? 0).join('');
  return { value: normalizeDecimal(`${whole}.${fraction}`), decimals: fraction.length, unit: '%' };
}

/**
 * A full-width comma between half-width digits is punctuation (`其中100，200`), unless a decimal part says otherwise; between
 * full-width digits it separates thousands. What stays punctuation is kept apart from the digits by a `、`.
 */
function foldThousands(text: string): string {
  const apart = text.replace(/(?<=[0-9])，(?=[0-9])/g, (comma, at: number) =>
    /^[0-9]{3}[.．][0-9]/.test(text.slice(at + 1, at + 6)) ? comma : '、',
  );
  return foldKeepingLength(apart);
}
