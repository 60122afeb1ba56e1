import type { DecimalString } from '../model/decimal-string.ts';
import { foldWidth } from './fold.ts';

/** A number as one token. `unit` is what stands directly behind the digits (`%`, `万元`, `分`, `个`). */
export type Numeral = {
  readonly value: DecimalString;
  /** Printed digits after the decimal point. */
  readonly decimals: number;
  readonly unit?: string;
};

const token =
  /^([-+−－]?)\s*(\d{1,3}(?:[,，]\s?\d{3})+|\d+)(?:[.．](\d+))?\s*([%％‰]|[\p{L}][\p{L}/·]{0,7})?$/u;

/**
 * Reads a text that is one number and nothing else, with thousands separators, full-width digits and a unit behind it
 * allowed (`３，７５４．１１万元`). Anything else (`≥95%`, `3个以内`, `1.56 1.56`) is no number.
 */
export function readNumeral(raw: string): Numeral | undefined {
  const match = token.exec(foldWidth(raw).trim());
  if (!match) return undefined;
  const [, sign, whole, fraction = '', unit] = match;
  const negative = sign !== '' && sign !== '+';
  const value = normalizeDecimal(`${negative ? '-' : ''}${whole?.replace(/[,，\s]/g, '')}.${fraction}`);
  return { value, decimals: fraction.length, ...(unit === undefined ? {} : { unit }) };
}

/** Brings digits with an optional sign and point (`-007.50`) into the one exact form (`-7.5`). */
export function normalizeDecimal(digits: string): DecimalString {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(digits);
  if (!match) throw new RangeError(`not a decimal number: ${digits}`);
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const magnitude = fraction ? `${whole}.${fraction}` : whole;
  return match[1] === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
}
