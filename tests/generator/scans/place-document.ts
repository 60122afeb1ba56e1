import type { LaidDocument } from '../layout/laid-out.ts';
import { breakLines, textWidth } from '../writers/pdf/measure.ts';
import { type PlacedCell, placeTable, plainText, type Sheet } from '../writers/pdf/place-table.ts';

/** A line of type: its left end and baseline in points. */
export type PlacedLine = {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
};

export type PlacedPage = {
  readonly lines: readonly PlacedLine[];
  readonly cells: readonly PlacedCell[];
};

type At = { page: number; top: number };

/** Titles are set larger than the table by this factor. */
const titleScale = 1.6;

/** Sets a document on sheets: a title in the middle, text, tables with short texts in the middle of their cells. */
export function placeDocument({ blocks }: LaidDocument, sheet: Sheet): readonly PlacedPage[] {
  const pages: { lines: PlacedLine[]; cells: PlacedCell[] }[] = [];
  const onPage = (number: number) => {
    while (pages.length < number) pages.push({ lines: [], cells: [] });
    return pages[number - 1] ?? { lines: [], cells: [] };
  };
  let at: At = { page: 1, top: sheet.margin };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const placed = placeTable(block.table, at, sheet);
      for (const cell of placed.cells) {
        onPage(cell.page).cells.push(cell);
        onPage(cell.page).lines.push(...linesOf(cell, sheet));
      }
      at = { page: placed.endPage, top: placed.endTop + sheet.leading };
      continue;
    }
    const size = block.kind === 'title' ? titleScale * sheet.size : sheet.size;
    const leading = (sheet.leading * size) / sheet.size;
    for (const text of breakLines(plainText(block.text), room(sheet), { ...sheet, size })) {
      if (at.top + leading > sheet.height - sheet.margin) at = { page: at.page + 1, top: sheet.margin };
      const spare = room(sheet) - measured(text, { ...sheet, size });
      const left = sheet.margin + (block.kind === 'title' ? spare / 2 : 0);
      onPage(at.page).lines.push({ text, left, baseline: at.top + size, size });
      at = { page: at.page, top: at.top + leading };
    }
    at = { page: at.page, top: at.top + sheet.padding };
  }
  return pages;
}

const room = ({ width, margin }: Sheet): number => width - 2 * margin;

const measured = (text: string, { size, measure = textWidth }: Sheet): number => measure(text, size);

/** Lines of a cell, in its middle from top to bottom; a text of more than three lines begins at the left. */
function linesOf({ box: [left, top, right, bottom], lines }: PlacedCell, sheet: Sheet): PlacedLine[] {
  const blockTop = (top + bottom - lines.length * sheet.leading) / 2;
  const drop = (sheet.leading - sheet.size) / 2 + 0.86 * sheet.size;
  return lines.map((text, index) => {
    const spare = right - left - measured(text, sheet);
    return {
      text,
      left: left + (lines.length > 3 && right - left > 8 * sheet.size ? sheet.padding : spare / 2),
      baseline: Math.max(top, blockTop) + index * sheet.leading + drop,
      size: sheet.size,
    };
  });
}
