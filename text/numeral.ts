import type { DecimalString } from '../model/decimal-string.ts';
import { foldWidth } from './fold.ts';
import { isUnit } from './units.ts';

/** A number as one token. `unit` is what stands directly behind the digits (`%`, `万元`, `分`, `个`), or `元` for a `¥`. */
export type Numeral = {
  readonly value: DecimalString;
  /** Printed digits after the decimal point. */
  readonly decimals: number;
  readonly unit?: string;
};

/** Longer texts are no single number; the bound also keeps the pattern cheap. */
const longestToken = 64;

/**
 * Thousands stand in groups of three behind commas; spaces separate groups only where a decimal part or a second group shows
 * that the two numbers are one.
 */
const token =
  /^(¥ ?)?([-+−]?)(¥ ?)?(\d{1,3}(?:, ?\d{3})+|\d{1,3}(?: \d{3}){2,}|\d{1,3}(?: \d{3})+(?=\.\d)|\d+)(?:\.(\d+))?\s*(\S{1,12})?$/u;

/** Noughts that were printed or recognized as letters stand between digits. */
const letterNought = /(?<=[\d.,])[O〇○](?=[O〇○]*[\d.])/g;

/**
 * Reads a text that is one number and nothing else, with thousands separators, full-width digits and a unit behind it
 * allowed (`３，７５４．１１万元`). Anything else (`≥95%`, `3个以内`, `1.56 1.56`, `(3)`, `5.`) is no number.
 */
export function readNumeral(raw: string): Numeral | undefined {
  if (raw.length > longestToken || !/\p{Nd}/u.test(raw)) return undefined;
  const text = foldNoughts(foldWidth(raw)).trim();
  const match = token.exec(text);
  if (!match) return undefined;
  const [, before, sign, behind, whole = '', fraction = '', printedUnit] = match;
  if (before !== undefined && behind !== undefined) return undefined;
  if (printedUnit !== undefined && !isUnit(printedUnit)) return undefined;
  const unit = printedUnit ?? ((before ?? behind) ? '元' : undefined);
  const value = normalizeDecimal(`${isMinus(sign) ? '-' : ''}${whole.replace(/[, ]/g, '')}.${fraction}`);
  return { value, decimals: fraction.length, ...(unit === undefined ? {} : { unit }) };
}

/** Turns `O`, `○` and `〇` between digits into noughts; every character stays where it is. */
export function foldNoughts(text: string): string {
  return /[O〇○]/.test(text) ? text.replace(letterNought, '0') : text;
}

function isMinus(sign: string | undefined): boolean {
  return sign === '-' || sign === '−';
}

/** Brings digits with an optional sign and point (`-007.50`) into the one exact form (`-7.5`). */
export function normalizeDecimal(digits: string): DecimalString {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(digits);
  if (!match) throw new RangeError(`not a decimal number: ${digits}`);
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = withoutTrailingNoughts(match[3] ?? '');
  const magnitude = fraction ? `${whole}.${fraction}` : whole;
  return match[1] === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** A loop, since a pattern for noughts at the end takes quadratic time on hostile digits. */
function withoutTrailingNoughts(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}
