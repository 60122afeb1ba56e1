import type { LaidTable } from '../../layout/laid-out.ts';
import { breakLines, textWidth } from './measure.ts';

/** A page and the type on it; sizes in points, origin at the top left of the page. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  /** The width of a text in the face it is set in; the standard Chinese font's where it is absent. */
  readonly measure?: (text: string, size: number) => number;
};

export const page = { width: 842, height: 595, margin: 36, size: 8, leading: 10, padding: 3 } as const;

/** A cell, or the part of it that stands on one page; `lines` are empty on the later parts of a cell. */
export type PlacedCell = {
  readonly page: number;
  readonly row: number;
  readonly column: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly lines: readonly string[];
  /** `later`: the cell began on an earlier page. */
  readonly part: 'first' | 'later';
};

export type PlacedTable = {
  readonly cells: readonly PlacedCell[];
  readonly endPage: number;
  readonly endTop: number;
};

/** Puts a table on pages from `start` on; rows are never cut, spans over a page's end are drawn once a page. */
export function placeTable(
  table: LaidTable,
  start: { page: number; top: number },
  sheet: Sheet = page,
): PlacedTable {
  const lefts = columnLefts(table, sheet);
  const heights = rowHeights(table, lefts, sheet);
  const tops: { page: number; top: number }[] = [];
  let at = start;
  for (const height of heights) {
    if (at.top + height > sheet.height - sheet.margin) at = { page: at.page + 1, top: sheet.margin };
    tops.push(at);
    at = { page: at.page, top: at.top + height };
  }
  const cells = table.rows.flatMap((row, index) =>
    row.cells.flatMap((cell): PlacedCell[] => {
      const left = lefts[cell.column] ?? 0;
      const right = lefts[cell.column + cell.columnSpan] ?? 0;
      const lines = breakLines(plainText(cell.text), right - left - 2 * sheet.padding, sheet);
      return partsByPage(tops, heights, { first: index, last: index + cell.rowSpan - 1 }).map(
        (part, position) => ({
          page: part.page,
          row: index,
          column: cell.column,
          box: [left, part.top, right, part.bottom],
          lines: position === 0 ? lines : [],
          part: position === 0 ? 'first' : 'later',
        }),
      );
    }),
  );
  return { cells, endPage: at.page, endTop: at.top };
}

export const plainText = (text: string): string => text.replaceAll('</p><p>', '\n').replaceAll(/<\/?p>/g, '');

/** Left edges of all columns and the right edge of the last, by the square root of the longest text in each. */
function columnLefts({ columnCount, rows }: LaidTable, sheet: Sheet): number[] {
  const measure = sheet.measure ?? textWidth;
  const weights = Array.from({ length: columnCount }, (_, column) => {
    const texts = rows.flatMap(({ kind, cells }) =>
      cells
        .filter((cell) => cell.column === column && cell.columnSpan === 1 && kind !== 'block')
        .map(({ text }) => text),
    );
    return Math.max(20, ...texts.map((text) => Math.sqrt(measure(text, sheet.size)) * 9));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = sheet.width - 2 * sheet.margin;
  const lefts: number[] = [sheet.margin];
  for (const weight of weights) lefts.push((lefts.at(-1) ?? 0) + (weight / sum) * room);
  return lefts;
}

function rowHeights({ rows }: LaidTable, lefts: readonly number[], sheet: Sheet): number[] {
  const needed = (cell: LaidTable['rows'][number]['cells'][number]): number => {
    const width = (lefts[cell.column + cell.columnSpan] ?? 0) - (lefts[cell.column] ?? 0);
    const lines = breakLines(plainText(cell.text), width - 2 * sheet.padding, sheet).length;
    return lines * sheet.leading + 2 * sheet.padding;
  };
  const heights = rows.map(({ cells }) =>
    Math.max(sheet.leading + 2 * sheet.padding, ...cells.filter(({ rowSpan }) => rowSpan === 1).map(needed)),
  );
  rows.forEach(({ cells }, index) => {
    for (const cell of cells)
      if (cell.rowSpan > 1) heights[index] = Math.max(heights[index] ?? 0, Math.min(needed(cell), 120));
  });
  return heights;
}

type Part = { readonly page: number; readonly top: number; readonly bottom: number };

function partsByPage(
  tops: readonly { page: number; top: number }[],
  heights: readonly number[],
  rows: { first: number; last: number },
): Part[] {
  const parts: Part[] = [];
  for (let row = rows.first; row <= rows.last; row += 1) {
    const at = tops[row];
    if (!at) continue;
    const bottom = at.top + (heights[row] ?? 0);
    const last = parts.at(-1);
    if (last?.page === at.page) parts[parts.length - 1] = { ...last, bottom };
    else parts.push({ page: at.page, top: at.top, bottom });
  }
  return parts;
}
