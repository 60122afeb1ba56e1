import { chunkLine } from './chunks.ts';
import { figureLines, levelPairs } from './half-ruled.ts';
import type { Lattice } from './lattice.ts';
import type { Glyph } from './page-content.ts';
import type { Span } from './spans.ts';
import { textLines } from './text-lines.ts';
import { joinContinuedRows, rowOf } from './text-rows.ts';

/** Heights (points) at which a drawn row parts into the rows of its figures; none where it is one row. */
function partsOf(
  row: readonly Span[],
  held: ReadonlyMap<Span, readonly Glyph[]>,
  lattice: Lattice,
): readonly number[] {
  const figures = row.map((span) => figureLines(held.get(span) ?? [])).filter((lines) => lines.length > 0);
  if (!levelPairs(figures)) return [];
  const columns = lattice.xs
    .slice(0, -1)
    .map((left, index) => ({ left, right: lattice.xs[index + 1] ?? left }));
  const glyphs = row.flatMap((span) => held.get(span) ?? []);
  const rows = joinContinuedRows(
    textLines(glyphs)
      .map((line) => chunkLine(line, lattice.xs))
      .filter((line) => line.chunks.length > 0)
      .map((line) => rowOf(line, columns)),
    columns,
    [],
  );
  return rows.slice(1).map((one, index) => ((rows[index]?.box[3] ?? 0) + one.box[1]) / 2);
}

/**
 * The raster with lines added where a drawn row holds several rows of figures that no line parts. Cells that reach over
 * several drawn rows keep that row whole.
 */
export function addImpliedRows(
  lattice: Lattice,
  spans: readonly Span[],
  held: ReadonlyMap<Span, readonly Glyph[]>,
): Lattice {
  const rowCount = lattice.ys.length - 1;
  const columnCount = lattice.xs.length - 1;
  const ys: number[] = [];
  const above: (readonly boolean[])[] = [];
  const left: (readonly boolean[])[] = [];
  const drawn = Array<boolean>(columnCount).fill(true);
  for (let row = 0; row < rowCount; row += 1) {
    const own = spans.filter((span) => span.row === row && span.rowSpan === 1);
    const covered = own.reduce((sum, span) => sum + span.columnSpan, 0) === columnCount;
    const parts = covered ? partsOf(own, held, lattice) : [];
    ys.push(lattice.ys[row] ?? 0, ...parts);
    above.push(lattice.above[row] ?? [], ...parts.map(() => drawn));
    left.push(...[0, ...parts].map(() => lattice.left[row] ?? []));
  }
  if (ys.length === rowCount) return lattice;
  return {
    ...lattice,
    ys: [...ys, lattice.ys.at(-1) ?? 0],
    above: [...above, lattice.above.at(-1) ?? []],
    left,
  };
}
