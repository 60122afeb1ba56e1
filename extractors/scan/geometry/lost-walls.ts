import type { InkPart } from '../lines/ink-parts.ts';
import { enclose, heightOf, type PixelBox, widthOf } from '../pixels/page-pixels.ts';
import type { DrawnRule } from './rule.ts';
import type { RuledCell } from './ruled-cells.ts';

/** Heights of a character between a text and a side that was lost beside it. */
const clearance = 0.4;

/** Share of a part's width by which its text may stand out of its middle. */
const offCentre = 0.12;

/** Heights of a character; higher text is no single line. */
const singleLine = 1.4;

type Held = { readonly cell: RuledCell; readonly parts: readonly InkPart[] };

/** Places of upright sides of the table's other cells inside this one, each once. */
function sidesInside({ table, box }: RuledCell, cells: readonly RuledCell[], em: number): readonly number[] {
  const xs = cells
    .filter((other) => other.table === table)
    .flatMap(({ box: { left, right } }) => [left, right])
    .filter((x) => x > box.left + em && x < box.right - em)
    .toSorted((a, b) => a - b);
  return xs.filter((x, index) => index === 0 || x - (xs[index - 1] ?? 0) > 0.25 * em);
}

const middleOf = ({ left, right }: PixelBox): number => (left + right) / 2;

/** Does a text stand in the middle of its part? */
function isCentred(text: PixelBox, from: number, to: number): boolean {
  return Math.abs(middleOf(text) - (from + to) / 2) <= offCentre * (to - from);
}

/** The one side at which a cell's single line falls into two texts, each in the middle of what it then stands in. */
function wallOf({ cell, parts }: Held, cells: readonly RuledCell[], em: number): number | undefined {
  if (cell.columnSpan < 2 || parts.length < 2 || heightOf(enclose(parts)) > singleLine * em) return undefined;
  return sidesInside(cell, cells, em).find((x) => {
    const [left, right] = [
      parts.filter((part) => middleOf(part) < x),
      parts.filter((part) => middleOf(part) >= x),
    ];
    if (left.length === 0 || right.length === 0) return false;
    const [before, after] = [enclose(left), enclose(right)];
    if (x - before.right < clearance * em || after.left - x < clearance * em) return false;
    if (Math.min(widthOf(before), widthOf(after)) < 0.3 * em) return false;
    return isCentred(before, cell.box.left, x) && isCentred(after, x, cell.box.right);
  });
}

/**
 * Upright sides of cells that a worn copy lost whole: two texts share a cell, each in the middle of one of the two cells that
 * the sides above or below would make of it.
 */
export function lostWalls(held: readonly Held[], em: number): readonly DrawnRule[] {
  const cells = held.map(({ cell }) => cell);
  return held.flatMap((one): readonly DrawnRule[] => {
    const at = wallOf(one, cells, em);
    if (at === undefined) return [];
    const { top, bottom } = one.cell.box;
    return [{ axis: 'vertical', at, from: top, to: bottom, thickness: 1, runs: [] }];
  });
}
