import { Decimal } from 'decimal.js';
import type { DecimalString } from '../model/decimal-string.ts';

/**
 * Decimal arithmetic that never rounds a printed figure: 1000 digits hold any sum or product of tokens that fit a cell.
 * A quotient may not terminate, so comparisons multiply instead of dividing.
 */
const Exact = Decimal.clone({ precision: 1000, toExpNeg: -9e15, toExpPos: 9e15 });

export type Exactly = Decimal;

/** A table asks for the same few figures again and again; numbers are never changed. Bounded for memory. */
const mostKept = 4000;
const kept = new Map<DecimalString | number, Exactly>();

/** A decimal string (or a small whole number of ours) as an exact number. */
export function exact(value: DecimalString | number): Exactly {
  const known = kept.get(value);
  if (known) return known;
  const made = new Exact(value);
  if (kept.size >= mostKept) kept.clear();
  kept.set(value, made);
  return made;
}

export const zero: Exactly = exact('0');

/** The usual full mark of a table that prints none. */
export const customaryFullMark: Exactly = exact('100');

/** Back to the one text form of a number: no exponent, no padding, no negative zero. */
export function decimalString(value: Exactly): DecimalString {
  return value.isZero() ? '0' : value.toFixed();
}

/** A quotient as text, rounded to ten decimals: for showing only, never for comparing. */
export function quotientString(numerator: Exactly, denominator: Exactly): DecimalString {
  return decimalString(roundedQuotient(numerator, denominator, 10));
}

/** A quotient rounded to so many decimals: one digit more decides, so that no more need be worked out. */
export function roundedQuotient(numerator: Exactly, denominator: Exactly, decimals: number): Exactly {
  const shift = exact(`1${'0'.repeat(decimals + 1)}`);
  return numerator.times(shift).divToInt(denominator).div(shift).toDecimalPlaces(decimals);
}

export function sum(values: Iterable<Exactly>): Exactly {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Half of the last printed place: how far a rounded figure lies from the unrounded one at most. */
export function halfUnit(decimals: number): Exactly {
  return decimals > 0 ? exact(`0.${'0'.repeat(decimals)}5`) : exact('0.5');
}
