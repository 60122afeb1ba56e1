import type { Assessment, FundsRow } from '../../model/assessment.ts';
import type { Printed } from '../../model/printed.ts';
import { type Exactly, exact, zero } from '../exact.ts';
import { withinRounding } from './split-budget.ts';

const columns = ['initial', 'adjusted', 'executed'] as const;

/** One column of a funds block whose total no reading of the rows under it gives. */
export type FundsComparison = {
  readonly column: (typeof columns)[number];
  readonly total: Printed;
  readonly parts: readonly Printed[];
  readonly isWhole: 'whole' | 'partial';
};

/** Most rows under one total whose nesting is tried. */
const mostParts = 12;

/** Columns of the funds block in which the total differs from the rows under it. */
export function compareFunds({ funds }: Assessment): readonly FundsComparison[] {
  return blocksOf(funds).flatMap(({ total, rows }) =>
    columns.flatMap((column) => {
      const printed = total[column];
      const parts = rows.flatMap((row) => row[column] ?? []);
      if (!printed || parts.length === 0 || parts.length > mostParts) return [];
      if (parts.some(({ unit }) => unit !== printed.unit) || isMadeOf(printed, parts)) return [];
      const isWhole =
        parts.length === rows.length && rows.length > 1 ? ('whole' as const) : ('partial' as const);
      return [{ column, total: printed, parts, isWhole }];
    }),
  );
}

function blocksOf(
  funds: readonly FundsRow[],
): readonly { readonly total: FundsRow; readonly rows: readonly FundsRow[] }[] {
  return funds.flatMap((total, index) => {
    if (!total.isTotal) return [];
    const after = funds.slice(index + 1);
    const end = after.findIndex((row) => row.isTotal);
    return [{ total, rows: end < 0 ? after : after.slice(0, end) }];
  });
}

/**
 * Do the rows give the total: all together, with rows that split the row above them left out, or as several splits of
 * the same money one after another?
 */
export function isMadeOf(total: Printed, parts: readonly Printed[]): boolean {
  const values = parts.map(({ value }) => exact(value));
  const walk = (index: number, taken: readonly Printed[]): boolean => {
    if (taken.length > 0 && withinRounding(total, taken)) {
      if (index === parts.length || walk(index, [])) return true;
    }
    const part = parts[index];
    if (!part) return false;
    return [index + 1, ...nestedEnds(values, index)].some((next) => walk(next, [...taken, part]));
  };
  return walk(0, []);
}

/** Ends of the runs behind a row that add up to it: they say what the row is made of. */
function nestedEnds(values: readonly Exactly[], index: number): readonly number[] {
  const whole = values[index];
  const ends: number[] = [];
  let added = zero;
  for (let next = index + 1; whole && !whole.isZero() && next < values.length; next += 1) {
    added = added.plus(values[next] ?? zero);
    if (added.eq(whole)) ends.push(next + 1);
  }
  return ends;
}
