import type { Box } from '../../../model/place.ts';
import { joinRulings } from '../../layout/bands.ts';
import { findComponents } from '../../layout/components.ts';
import { buildLattice } from '../../layout/lattice.ts';
import { adoptOpenSides } from '../../layout/open-sides.ts';
import type { Segment } from '../../layout/page-content.ts';
import { findRulings } from '../../layout/rulings.ts';
import { findSpans } from '../../layout/spans.ts';
import type { PixelBox } from '../pixels/page-pixels.ts';
import type { DrawnRule } from './rule.ts';

/** A ruled cell in pixels; `row` and `column` lie in the raster of its own table. */
export type RuledCell = {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly box: PixelBox;
};

export type RuledTable = { readonly box: PixelBox };

/** Points within which two parallel lines are one, before any text is known: 0.4 of a usual text size. */
const tolerance = 4;

/** Drawn lines as the layout code wants them: points, black. */
export function asSegments(rules: readonly DrawnRule[], pointsPerPixel: number): readonly Segment[] {
  return rules.map(({ axis, at, from, to, thickness }) => {
    const [across, start, end] = [at * pointsPerPixel, from * pointsPerPixel, to * pointsPerPixel];
    return {
      from: axis === 'horizontal' ? [start, across] : [across, start],
      to: axis === 'horizontal' ? [end, across] : [across, end],
      width: thickness * pointsPerPixel,
      colour: [0, 0, 0, 255],
    };
  });
}

/** The closed cells that drawn lines make, and the box of each table, before any text is read. */
export function findRuledCells(
  rules: readonly DrawnRule[],
  pointsPerPixel: number,
): { readonly cells: readonly RuledCell[]; readonly tables: readonly RuledTable[] } {
  const rulings = findRulings({ segments: asSegments(rules, pointsPerPixel), fills: [], images: [] });
  const horizontals = joinRulings(rulings, 'horizontal', tolerance);
  const verticals = joinRulings(rulings, 'vertical', tolerance);
  const components = findComponents(horizontals, verticals, tolerance);
  const taken = new Set(components.flatMap((component) => component.verticals));
  const loose = verticals.filter((line) => !taken.has(line));
  const inPixels = ([left, top, right, bottom]: Box): PixelBox => ({
    left: Math.round(left / pointsPerPixel),
    top: Math.round(top / pointsPerPixel),
    right: Math.round(right / pointsPerPixel),
    bottom: Math.round(bottom / pointsPerPixel),
  });
  const cells: RuledCell[] = [];
  const tables: RuledTable[] = [];
  for (const component of components) {
    const lattice = buildLattice(adoptOpenSides(component, loose, tolerance), tolerance);
    if (!lattice) continue;
    const { xs, ys } = lattice;
    const table = tables.length;
    tables.push({ box: inPixels([xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0]) });
    for (const { row, column, rowSpan, columnSpan } of findSpans(lattice).spans)
      cells.push({
        table,
        row,
        column,
        columnSpan,
        box: inPixels([xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0]),
      });
  }
  return { cells, tables };
}
