import { utils } from '@e965/xlsx';
import type { Block } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import type { Place } from '../../model/place.ts';
import { type PlacedCell, tileGrid } from '../tile-grid.ts';
import type { MergedRange, Sheet } from './read-sheets.ts';

/** Blank rows between two tables of one sheet; a single one also stands inside a form. */
const blankRowsBetweenTables = 2;

export type SheetBlocks = {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** How many grids there are: the next sheet counts on from `firstTable` plus this. */
  readonly grids: number;
  readonly hiddenCells: number;
};

/**
 * The tables of a sheet as it shows: without hidden rows and columns and without blank ones, each merged range one cell.
 * A text that stands alone between blank rows is prose. `firstTable` is the number of its first grid in the document.
 */
export function sheetBlocks(sheet: Sheet, firstTable: number): SheetBlocks {
  const shown = shownCells(sheet);
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let grids = 0;
  for (const part of splitAtBlankRows(shown.cells)) {
    const [only] = part;
    if (only && part.length === 1) {
      blocks.push({ kind: 'prose', text: only.text, place: only.place ?? {} });
      continue;
    }
    const place = { sheet: sheet.name, table: firstTable + grids };
    const tiled = tileGrid(part, place, (row, column) => address(sheet.name, row, column));
    notes.push(...tiled.notes);
    blocks.push({ kind: 'grid', grid: tiled.value });
    grids += 1;
  }
  return { blocks, notes, grids, hiddenCells: shown.hidden };
}

const address = (sheet: string, row: number, column: number): Place => ({
  sheet,
  cell: utils.encode_cell({ r: row, c: column }),
});

function shownCells(sheet: Sheet): { readonly cells: readonly PlacedCell[]; readonly hidden: number } {
  const merged = new Map(sheet.merges.map((range) => [`${range.top} ${range.left}`, range]));
  const cells: PlacedCell[] = [];
  let hidden = 0;
  for (const cell of sheet.cells) {
    const own: MergedRange = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    const range = merged.get(`${cell.row} ${cell.column}`) ?? own;
    const row = firstShown(range.top, range.bottom, sheet.hiddenRows);
    const column = firstShown(range.left, range.right, sheet.hiddenColumns);
    if (row === undefined || column === undefined) {
      hidden += 1;
      continue;
    }
    cells.push({
      row,
      column,
      rowSpan: range.bottom - row + 1,
      columnSpan: range.right - column + 1,
      text: cell.text,
      place: address(sheet.name, cell.row, cell.column),
    });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, hidden };
}

/** A merged range whose first row or column is hidden still shows its text in the rest. */
function firstShown(from: number, to: number, hidden: ReadonlySet<number>): number | undefined {
  for (let index = from; index <= to; index += 1) if (!hidden.has(index)) return index;
  return undefined;
}

function splitAtBlankRows(cells: readonly PlacedCell[]): readonly (readonly PlacedCell[])[] {
  const parts: PlacedCell[][] = [];
  let filledTo = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (cell.row - filledTo > blankRowsBetweenTables) parts.push([]);
    parts.at(-1)?.push(cell);
    filledTo = Math.max(filledTo, cell.row + cell.rowSpan - 1);
  }
  return parts;
}
