import { Decimal } from 'decimal.js';
import { readChineseInteger } from '../../text/chinese-integer.ts';
import { normalizeDecimal } from '../../text/numeral.ts';
import type { Bound, Quantity, Range } from './ast.ts';

/** Words for a count or a score in a rule: `3`, `0.5`, `一`, `两`, `十五`, `半`. */
export const numberWords = String.raw`(?:\d{1,9}(?:\.\d{1,6})?|[一二两三四五六七八九十]{1,3}|半)`;

/** Reads what `numberWords` matches. */
export function readNumberWords(words: string): string {
  if (/^\d/.test(words)) return normalizeDecimal(words);
  return words === '半' ? '0.5' : String(readChineseInteger(words) ?? 0);
}

const unitWords =
  '%|‰|个?百分点|亿元|万元|元|个|次|项|例|笔|处|件|条|人次|人|家|起|份|户|天|日|个?工作日|个?月|年|分钟|小时|倍|分';

/** A quantity with its unit, as the source of a regular expression with two groups. */
export const quantityPattern = String.raw`(-?\d{1,12}(?:\.\d{1,6})?)(${unitWords})?`;

export function quantity(digits: string, unit: string | undefined): Quantity {
  return { value: normalizeDecimal(digits), unit: unit ?? '' };
}

const factors: Readonly<Record<string, string>> = {
  '%': '0.01',
  '‰': '0.001',
  百分点: '0.01',
  个百分点: '0.01',
  万元: '10000',
  亿元: '100000000',
};

/** The number behind a quantity: percentages as fractions, amounts in 元. */
export function magnitude(of: Quantity): Decimal {
  return new Decimal(of.value).times(factors[of.unit] ?? '1');
}

export function printQuantity(of: Quantity): string {
  return `${of.value}${of.unit}`;
}

/** Is every value of the range on the given side of its bounds? */
export function inRange(value: Decimal, range: Range): boolean {
  return onSide(value, range.low, 1) && onSide(value, range.high, -1);
}

function onSide(value: Decimal, bound: Bound | undefined, direction: 1 | -1): boolean {
  if (!bound) return true;
  const order = value.comparedTo(magnitude(bound.at)) * direction;
  return order > 0 || (order === 0 && bound.included);
}
