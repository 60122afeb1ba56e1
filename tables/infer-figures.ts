import { toUnits } from './exact-sum.ts';
import type { HeaderRole } from './header-words.ts';
import type { LineCell, RowLine } from './line.ts';
import { printScore } from './printed-number.ts';

/** A heading and what it was found to name. */
export type Named = { readonly cell: LineCell; readonly role: HeaderRole };

/** Rows with both figures that a guess needs, and the share of them that must bear it out. */
const fewestRows = 3;
const leastShare = 0.8;

/**
 * Where nobody knows the heading of the scores (or of the points), the figures tell: a column of numbers none of which exceeds its row's
 * points holds the scores, one of which none falls short of its score holds the points. Two such columns decide nothing, except that
 * a reviewer's scores follow the unit's own.
 */
export function inferFigures(named: readonly Named[], below: readonly RowLine[]): readonly Named[] {
  const figures = (role: HeaderRole): Named | undefined => named.findLast((entry) => entry.role === role);
  const points = figures('points');
  const scores = figures('selfScore');
  const unknown = named.filter(({ role }) => role === 'unnamed');
  if (points && !scores) {
    const [own, ...others] = unknown.filter(({ cell }) => isNeverMore(cell, points.cell, below));
    if (own === undefined) return named;
    return named.map((entry) => {
      if (entry === own) return { ...entry, role: 'selfScore' };
      return others.includes(entry) ? { ...entry, role: 'reviewScore' } : entry;
    });
  }
  if (scores && !points) {
    const [only, ...others] = unknown.filter(({ cell }) => isNeverMore(scores.cell, cell, below));
    if (only === undefined || others.length > 0) return named;
    return named.map((entry) => (entry === only ? { ...entry, role: 'points' } : entry));
  }
  return named;
}

function isNeverMore(lesser: LineCell, greater: LineCell, below: readonly RowLine[]): boolean {
  const pairs = below.flatMap((row) => {
    const [less, more] = [figureUnder(lesser, row), figureUnder(greater, row)];
    return less === undefined && more === undefined ? [] : [{ less, more }];
  });
  const both = pairs.filter(({ less, more }) => less !== undefined && more !== undefined);
  return (
    both.length >= fewestRows &&
    both.length >= leastShare * pairs.length &&
    both.every(({ less = 0n, more = 0n }) => less <= more)
  );
}

function figureUnder({ column }: LineCell, row: RowLine): bigint | undefined {
  const cell = row.cells.find((each) => each.column === column && !each.fromAbove);
  const printed = cell && printScore(cell);
  return printed && toUnits(printed.value);
}
