import { chunkLine, isFigure } from './chunks.ts';
import type { Glyph } from './page-content.ts';
import type { Span } from './spans.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** So many figures below one another, at equal heights in two columns, are rows without lines and no broken text. */
const fewestLines = 3;

/** Share of the figures that must stand at equal heights. */
const leastLevel = 0.7;

/** A whole figure: a number broken over lines would begin or end with its point, comma or percent sign. */
const isWholeFigure = (text: string): boolean =>
  isFigure(text) && !/^[.,%．，％]/.test(text) && !/[.,．，]$/.test(text.trim());

/** How many columns of figures end every line of a cell: 0 where a line ends otherwise. */
function figureColumns(lines: readonly TextLine[]): number {
  if (lines.length < fewestLines) return 0;
  return Math.min(
    ...lines.map((line) => {
      const { chunks } = chunkLine(line);
      const lastOther = chunks.findLastIndex((chunk) => !isWholeFigure(chunk.text));
      return chunks.length - 1 - lastOther;
    }),
  );
}

function level(one: readonly TextLine[], other: readonly TextLine[]): boolean {
  const base = (line: TextLine): number => line.box[3];
  const matched = one.filter((line) =>
    other.some((mate) => Math.abs(base(mate) - base(line)) < 0.3 * line.size),
  );
  return matched.length >= leastLevel * Math.max(one.length, other.length);
}

/** The lines of a cell that holds one figure on each of several lines; none for any other cell. */
export function figureLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  const lines = textLines(glyphs);
  const isOne = (line: TextLine): boolean => isWholeFigure(line.text) && chunkLine(line).chunks.length === 1;
  return lines.length >= fewestLines && lines.every(isOne) ? lines : [];
}

/** Do two of the columns hold figures level with one another? */
export function levelPairs(columns: readonly (readonly TextLine[])[]): boolean {
  return columns.some((one, index) => columns.some((other, at) => at > index && level(one, other)));
}

/** Does a cell hold several columns of figures side by side: rows and columns that were not ruled? */
export function hasUnruledColumns(
  spans: readonly Span[],
  held: ReadonlyMap<Span, readonly Glyph[]>,
): boolean {
  const byRow = Map.groupBy(
    spans.filter((span) => (held.get(span)?.length ?? 0) >= fewestLines),
    (span) => span.row,
  );
  for (const row of byRow.values()) {
    const cells = row.map((span) => textLines(held.get(span) ?? []));
    if (cells.some((lines) => figureColumns(lines) >= 2)) return true;
    const figures = cells.filter((lines) => figureColumns(lines) >= 1);
    const mixed = figures.filter((lines) => lines.some((line) => !isWholeFigure(line.text)));
    if (mixed.length > 0 && levelPairs(figures)) return true;
  }
  return false;
}
