import type { Assessment, FundsRow } from '../../model/assessment.ts';
import type { Printed } from '../../model/printed.ts';
import { matchKey } from '../../text/fold.ts';
import { type Exactly, exact, zero } from '../exact.ts';
import { withinRounding } from './split-budget.ts';

const columns = ['initial', 'adjusted', 'executed'] as const;

/** One column of a funds block whose total no reading of the rows under it gives. */
export type FundsComparison = {
  readonly column: (typeof columns)[number];
  readonly total: Printed;
  readonly parts: readonly Printed[];
  /** Positions of parts that split the part before them by their own words (其中 again, below the first row). */
  readonly nested: readonly number[];
  readonly isWhole: 'whole' | 'partial';
};

/** Most rows under one total whose nesting is tried. */
const mostParts = 12;

/**
 * Columns of the funds block in which the total differs from the rows under it. A total above its rows says something
 * only where nothing speaks for a row that was not read: another column adds up, or the list ends with 其他.
 */
export function compareFunds({ funds }: Assessment): readonly FundsComparison[] {
  return blocksOf(funds).flatMap((block) => {
    const read = columns.flatMap((column) => readColumn(block, column));
    const differing = read.filter(({ total, parts, nested }) => !isMadeOf(total, parts, nested));
    const addsUp = read.some(
      (one) => !differing.includes(one) && one.parts.length > 1 && one.total.value !== '0',
    );
    const isListWhole = block.rows.length > 1 && (addsUp || block.rows.some(isRemainder));
    return differing.flatMap((one) => {
      if (!isListWhole && !isExceeded(one)) return [];
      return [{ ...one, isWhole: one.parts.length === block.rows.length ? 'whole' : 'partial' }];
    });
  });
}

type FundsBlock = { readonly total: FundsRow; readonly rows: readonly FundsRow[] };

type ReadColumn = Omit<FundsComparison, 'isWhole'>;

function readColumn({ total, rows }: FundsBlock, column: FundsComparison['column']): readonly ReadColumn[] {
  const printed = total[column];
  const shown = rows.filter((row) => row[column] !== undefined);
  const parts = shown.flatMap((row) => row[column] ?? []);
  const nested = shown.flatMap(({ name }, index) => (index > 0 && /^其中/u.test(name.trim()) ? [index] : []));
  if (!printed || parts.length === 0 || parts.length > mostParts) return [];
  return parts.every(({ unit }) => unit === printed.unit) ? [{ column, total: printed, parts, nested }] : [];
}

const isRemainder = ({ name }: FundsRow): boolean => /^(?:其中)?其[他它]/u.test(matchKey(name));

/** A row of its own exceeds the total: no row that was not read could explain that. */
const isExceeded = ({ total, parts }: ReadColumn): boolean =>
  parts.some(({ value }) => exact(value).gt(exact(total.value)));

function blocksOf(funds: readonly FundsRow[]): readonly FundsBlock[] {
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
function isMadeOf(total: Printed, parts: readonly Printed[], nested: readonly number[] = []): boolean {
  const values = parts.map(({ value }) => exact(value));
  const walk = (index: number, taken: readonly Printed[]): boolean => {
    if (taken.length > 0 && withinRounding(total, taken)) {
      if (index === parts.length || walk(index, [])) return true;
    }
    const part = parts[index];
    if (!part) return false;
    return [index + 1, ...nestedEnds(values, index), ...namedEnds(values, index, nested)].some((next) =>
      walk(next, [...taken, part]),
    );
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

/** Ends of a run that names itself as a split of the row before it: it may show only some of that row's parts. */
function namedEnds(values: readonly Exactly[], index: number, nested: readonly number[]): readonly number[] {
  const whole = values[index];
  if (!whole || !nested.includes(index + 1)) return [];
  const after = values.slice(index + 1);
  const larger = after.findIndex((value) => value.gt(whole));
  const run = larger < 0 ? after : after.slice(0, larger);
  return run.map((_, offset) => index + 2 + offset);
}
