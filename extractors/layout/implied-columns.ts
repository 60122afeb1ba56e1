import { chunkLine, isFigure } from './chunks.ts';
import type { Glyph } from './page-content.ts';
import type { Span } from './spans.ts';
import { textLines } from './text-lines.ts';

/** A single row without inner lines may be one text; several alike are rows whose lines were left out. */
const fewestRows = 2;

/** Share of the columns below a spanning cell that must hold a text of their own. */
const leastOccupied = 0.6;

/** The column of the raster that a text lies in, or -1 if it crosses a line. */
function columnOf(box: readonly number[], xs: readonly number[], slack: number): number {
  return xs.findIndex((x, index) => {
    const next = xs[index + 1];
    return next !== undefined && (box[0] ?? 0) >= x - slack && (box[2] ?? 0) <= next + slack;
  });
}

/** Does every text of the cell stand within one column of the raster, with figures in at least two of them? */
function standsInColumns(span: Span, glyphs: readonly Glyph[], xs: readonly number[]): boolean {
  if (span.columnSpan < 2 || glyphs.length === 0) return false;
  const lines = textLines(glyphs).map((line) => chunkLine(line, xs));
  const chunks = lines.flatMap((line) => line.chunks);
  const columns = chunks.map((chunk) => columnOf(chunk.box, xs, 0.2 * chunk.size));
  if (columns.includes(-1)) return false;
  const occupied = new Set(columns);
  const figures = new Set(columns.filter((_, index) => isFigure(chunks[index]?.text ?? '')));
  return figures.size >= 2 && occupied.size >= leastOccupied * span.columnSpan;
}

/**
 * Parts cells over several columns whose texts stand in the columns drawn elsewhere in the table, where that holds for
 * several rows: publishers draw inner lines only in every other row.
 */
export function partImpliedColumns(
  spans: readonly Span[],
  held: ReadonlyMap<Span, readonly Glyph[]>,
  xs: readonly number[],
): readonly Span[] {
  const parted = new Set(spans.filter((span) => standsInColumns(span, held.get(span) ?? [], xs)));
  if (parted.size < fewestRows) return spans;
  return spans.flatMap((span) =>
    parted.has(span)
      ? Array.from({ length: span.columnSpan }, (_, index) => ({
          ...span,
          column: span.column + index,
          columnSpan: 1,
        }))
      : [span],
  );
}
