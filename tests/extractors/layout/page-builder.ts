import type { DrawnTable } from '../../../extractors/layout/drawn-table.ts';
import type { Glyph, PageContent, Segment } from '../../../extractors/layout/page-content.ts';

const black = [0, 0, 0, 255] as const;

/** A line of text as glyphs of half an em (Latin) or one em (CJK), its em box at `y`…`y + size`. */
export function glyphsAt(text: string, x: number, y: number, size = 10): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let left = x;
  let spaceBefore = false;
  for (const character of text) {
    const width = character.charCodeAt(0) > 0x2e00 ? size : size / 2;
    if (character === ' ') spaceBefore = true;
    else {
      glyphs.push({
        text: character,
        box: [left, y, left + width, y + size],
        size,
        direction: 'right',
        spaceBefore,
      });
      spaceBefore = false;
    }
    left += width;
  }
  return glyphs;
}

export function stroke(x0: number, y0: number, x1: number, y1: number): Segment {
  return { from: [x0, y0], to: [x1, y1], width: 0.5, colour: black };
}

/** The lines of a full grid. */
export function gridLines(xs: readonly number[], ys: readonly number[]): readonly Segment[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [...ys.map((y) => stroke(left, y, right, y)), ...xs.map((x) => stroke(x, top, x, bottom))];
}

export function pageOf(content: Partial<PageContent>): PageContent {
  return {
    number: 1,
    width: 595,
    height: 842,
    glyphs: [],
    segments: [],
    fills: [],
    images: [],
    unmappedGlyphs: 0,
    truncated: false,
    ...content,
  };
}

/** The texts of a table, row by row; what a span covers is left out. */
export function textRows(table: Pick<DrawnTable, 'rowCount' | 'cells'>): readonly (readonly string[])[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
}

/** `row,column rowSpan×columnSpan text` of each cell. */
export function cellKeys(
  cells: readonly { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[],
): readonly string[] {
  return cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`);
}
