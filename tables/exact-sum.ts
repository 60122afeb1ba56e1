import type { DecimalString } from '../model/decimal-string.ts';

/** Points and scores as whole ten-thousandths, so that sums are exact. */
const scale = 10_000n;

export function toUnits(value: DecimalString): bigint {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const units = BigInt(whole) * scale + BigInt(fraction.padEnd(4, '0').slice(0, 4) || '0');
  return value.startsWith('-') ? -units : units;
}

export function fromUnits(units: bigint): DecimalString {
  const magnitude = units < 0n ? -units : units;
  const fraction = (magnitude % scale).toString().padStart(4, '0').replace(/0+$/, '');
  const text = `${magnitude / scale}${fraction ? `.${fraction}` : ''}`;
  return units < 0n ? `-${text}` : text;
}

export function sumUnits(values: readonly (DecimalString | undefined)[]): bigint {
  let total = 0n;
  for (const value of values) total += value === undefined ? 0n : toUnits(value);
  return total;
}
