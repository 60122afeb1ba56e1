/** A difference between two printed figures: exact, as text that sorts like the number, and the band it falls into. */
export type Difference = { readonly exact: string; readonly key: string; readonly band: DifferenceBand };

/** How large a difference is, in the unit of the figures. */
export const differenceBands = ['unknown', 'up-to-0.1', 'up-to-1', 'up-to-5', 'up-to-10', 'over-10'] as const;

export type DifferenceBand = (typeof differenceBands)[number];

/** Digits before the point in a key: more than any budget has. */
const keyDigits = 24;

const decimal = /^(-?)(\d+)(?:\.(\d+))?%?$/;

/** How far two figures lie apart; undefined where one of them is no plain decimal. */
export function differenceOf(printed: string | null, recomputed: string | null): Difference | undefined {
  const one = decimal.exec(printed ?? '');
  const other = decimal.exec(recomputed ?? '');
  if (!one || !other) return undefined;
  const decimals = Math.max(one[3]?.length ?? 0, other[3]?.length ?? 0);
  const apart = scaled(one, decimals) - scaled(other, decimals);
  const size = apart < 0n ? -apart : apart;
  const digits = size.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const tail = rest === '' ? '' : `.${rest}`;
  return {
    exact: `${whole}${tail}`,
    key: `${whole.padStart(keyDigits, '0')}${tail}`,
    band: bandOf(size, 10n ** BigInt(decimals)),
  };
}

function scaled([, sign, whole = '', rest = '']: RegExpExecArray, decimals: number): bigint {
  const size = BigInt(whole + rest.padEnd(decimals, '0'));
  return sign === '-' ? -size : size;
}

function bandOf(size: bigint, one: bigint): DifferenceBand {
  if (size * 10n <= one) return 'up-to-0.1';
  if (size <= one) return 'up-to-1';
  if (size <= 5n * one) return 'up-to-5';
  return size <= 10n * one ? 'up-to-10' : 'over-10';
}
