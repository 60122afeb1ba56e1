import { isFigure } from './chunks.ts';
import type { Glyph } from './page-content.ts';
import type { Span } from './spans.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** So many figures below one another, at equal heights in two columns, are rows without lines and no broken text. */
const fewestLines = 3;

/** Share of the figures that must stand at equal heights. */
const leastLevel = 0.7;

/** A whole figure: a number broken over lines would begin or end with its point, comma or percent sign. */
const isWholeFigure = (text: string): boolean => isFigure(text) && !/^[.,%]/.test(text) && !/[.,]$/.test(text.trim());

function figureColumn(lines: readonly TextLine[]): boolean {
  return lines.length >= fewestLines && lines.every((line) => isWholeFigure(line.text));
}

function level(one: readonly TextLine[], other: readonly TextLine[]): boolean {
  const base = (line: TextLine): number => line.box[3];
  const matched = one.filter((line) => other.some((mate) => Math.abs(base(mate) - base(line)) < 0.3 * line.size));
  return matched.length >= leastLevel * Math.max(one.length, other.length);
}

/** Do two columns of one drawn row hold several figures each, level with one another: rows that were not ruled? */
export function hasUnruledRows(spans: readonly Span[], held: ReadonlyMap<Span, readonly Glyph[]>): boolean {
  const byRow = Map.groupBy(
    spans.filter((span) => (held.get(span)?.length ?? 0) >= fewestLines),
    (span) => span.row,
  );
  for (const row of byRow.values()) {
    const columns = row.map((span) => textLines(held.get(span) ?? [])).filter(figureColumn);
    if (columns.some((one, index) => columns.some((other, at) => at > index && level(one, other)))) return true;
  }
  return false;
}
