import { Decimal } from 'decimal.js';
import type { GeneratedRow } from '../generated.ts';
import type { NumberStyle } from './form.ts';

/** A number with at least `decimals` digits after the point. */
export function padded(value: string, decimals: number | undefined): string {
  if (decimals === undefined) return value;
  const number = new Decimal(value);
  return number.decimalPlaces() > decimals ? number.toFixed() : number.toFixed(decimals);
}

/** An amount with two digits, and with thousands separators where the style has them. */
export function amount(value: string, style: NumberStyle): string {
  const [whole = '', fraction = ''] = new Decimal(value).toFixed(2).split('.');
  return `${style.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${fraction}`;
}

export const targetText = (row: GeneratedRow): string =>
  `${row.sign === '定性' ? '' : (row.sign ?? '')}${row.value ?? ''}${row.measure ?? ''}`;

export function actualText(row: GeneratedRow, style: NumberStyle): string {
  const actual = row.actual ?? '';
  if (!/^-?\d/.test(actual) || row.measure === '' || row.measure === undefined) return actual;
  const signed = style.actualSign && row.sign !== '定性' ? `${row.sign ?? ''}${actual}` : actual;
  return style.actualMeasure || row.measure === '%' ? `${signed}${row.measure}` : signed;
}
