import { Decimal } from 'decimal.js';
import type { Random } from '../random.ts';

/** An exact decimal as the model writes it: `9.5`, never `9.50`. */
export const plain = (value: Decimal | number | string): string => new Decimal(value).toFixed();

/** Rounds half up to `decimals` digits, as the publishers' systems do. */
export const rounded = (value: Decimal, decimals: number): Decimal =>
  value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);

export const sum = (values: readonly (string | null | undefined)[]): Decimal =>
  values.reduce((total, value) => total.plus(value ?? 0), new Decimal(0));

/** `executed` as a percentage of `base` with `decimals` digits (`94.60%`); 0 where the base is 0. */
export function percentage(executed: Decimal, base: Decimal, decimals: number): string {
  const rate = base.isZero() ? new Decimal(0) : executed.div(base).times(100);
  return `${rate.toFixed(decimals, Decimal.ROUND_HALF_UP)}%`;
}

/** `total` points on `count` rows in multiples of `step`, each at least one step; the parts sum to the total. */
export function splitPoints(
  random: Random,
  total: Decimal,
  shares: { count: number; step: string },
): Decimal[] {
  const { count, step } = shares;
  const units = total.div(step).floor().toNumber();
  if (count > units) throw new RangeError(`${total} cannot be split into ${count} parts of ${step}`);
  const parts = Array.from({ length: count }, () => Math.floor(units / count));
  const spread = Math.floor(units / count / 2);
  for (let index = 1; index < count; index += 1) {
    const moved = random.integer(0, spread);
    parts[index] = (parts[index] ?? 0) - moved;
    parts[index - 1] = (parts[index - 1] ?? 0) + moved;
  }
  const split = parts.map((units_) => new Decimal(step).times(units_));
  const rest = total.minus(Decimal.sum(...split));
  return split.map((part, index) => (index === 0 ? part.plus(rest) : part));
}
