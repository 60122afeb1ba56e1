import type { Cell, Grid } from '../model/extraction.ts';
import type { Note } from '../model/note.ts';
import { note, type Reading } from '../model/outcome-channels.ts';
import type { Place } from '../model/place.ts';

/** A cell where its format puts it: 0-based, spans of at least 1, possibly over another cell or over the edge. */
export type PlacedCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** What the format knows besides (`sheet`, `cell`). */
  readonly place?: Place;
};

/** Slots (rows × columns) that one grid may have; a whole published budget report has some ten thousand. */
export const slotLimit = 400_000;

/**
 * Makes a drawn grid of placed cells: rows and columns in which no cell begins are folded into their neighbours, a cell
 * that overlaps an earlier one is cut back to its free part, slots without a cell become empty cells. Rows beyond
 * `slotLimit` are cut off with a note. `place` is the grid's own, with `table` for its number in the document; `placeOf` says
 * what the format knows of a slot that has no cell, by the row and column of `placed`.
 */
export function tileGrid(
  placed: readonly PlacedCell[],
  place: Place,
  placeOf?: (row: number, column: number) => Place,
): Reading<Grid> {
  const folded = foldEmptyLines(placed);
  const columnCount = folded.columns.length;
  const rowLimit = columnCount === 0 ? 0 : Math.max(1, Math.floor(slotLimit / columnCount));
  const rowCount = Math.min(folded.rows.length, rowLimit);
  const notes: Note[] = rowCount < folded.rows.length ? [cutOff(folded.rows.length - rowCount, place)] : [];
  const kept = folded.cells.filter((cell) => cell.row < rowCount);
  const { cells, overlaps } = tile(kept, rowCount, columnCount);
  if (overlaps > 0) notes.push(overlapping(overlaps, place));
  const grid: Grid = {
    arrangement: 'drawn',
    rowCount,
    columnCount,
    cells: cells.map((cell) => {
      const known = cell.place ?? placeOf?.(folded.rows[cell.row] ?? 0, folded.columns[cell.column] ?? 0);
      return withPlace(cell, { ...place, ...known });
    }),
    place,
  };
  return { value: grid, notes };
}

type Folded = {
  readonly cells: readonly PlacedCell[];
  /** Which rows and columns were kept, in the numbers that they had before. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
};

function foldEmptyLines(placed: readonly PlacedCell[]): Folded {
  const rows = [...new Set(placed.map((cell) => cell.row))].sort((a, b) => a - b);
  const columns = [...new Set(placed.map((cell) => cell.column))].sort((a, b) => a - b);
  const cells = placed.map((cell) => {
    const row = lowerBound(rows, cell.row);
    const column = lowerBound(columns, cell.column);
    const rowSpan = lowerBound(rows, cell.row + cell.rowSpan) - row;
    const columnSpan = lowerBound(columns, cell.column + cell.columnSpan) - column;
    return { ...cell, row, column, rowSpan, columnSpan };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, rows, columns };
}

/** Index of the first value that is not below `wanted`. */
function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tile(placed: readonly PlacedCell[], rowCount: number, columnCount: number) {
  const taken = new Uint8Array(rowCount * columnCount);
  const isTaken = (row: number, column: number): boolean => taken[row * columnCount + column] === 1;
  const cells: PlacedCell[] = [];
  let overlaps = 0;
  for (const cell of placed) {
    if (isTaken(cell.row, cell.column)) {
      overlaps += cell.text === '' ? 0 : 1;
      joinToOwner(cells, cell);
      continue;
    }
    const columnSpan = freeRun(cell.columnSpan, (step) => isTaken(cell.row, cell.column + step));
    const rowSpan = freeRun(Math.min(cell.rowSpan, rowCount - cell.row), (down) =>
      anyOf(columnSpan, (step) => isTaken(cell.row + down, cell.column + step)),
    );
    if (columnSpan < cell.columnSpan) overlaps += 1;
    cells.push({ ...cell, rowSpan, columnSpan });
    for (let down = 0; down < rowSpan; down += 1) {
      const start = (cell.row + down) * columnCount + cell.column;
      taken.fill(1, start, start + columnSpan);
    }
  }
  for (let slot = 0; slot < taken.length; slot += 1) {
    if (taken[slot] === 1) continue;
    const row = Math.floor(slot / columnCount);
    cells.push({ row, column: slot % columnCount, rowSpan: 1, columnSpan: 1, text: '' });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, overlaps };
}

/** How many steps from 0 on are free; the first one is known to be. */
function freeRun(wanted: number, isBlocked: (step: number) => boolean): number {
  let run = 1;
  while (run < wanted && !isBlocked(run)) run += 1;
  return run;
}

function anyOf(count: number, test: (step: number) => boolean): boolean {
  for (let step = 0; step < count; step += 1) if (test(step)) return true;
  return false;
}

/** No text is lost: what stands under another cell is added to that cell. */
function joinToOwner(cells: PlacedCell[], hidden: PlacedCell): void {
  if (hidden.text === '') return;
  const index = cells.findIndex((cell) => covers(cell, hidden));
  const owner = cells[index];
  if (owner) cells[index] = { ...owner, text: `${owner.text}\n${hidden.text}`.trim() };
}

function covers(cell: PlacedCell, other: PlacedCell): boolean {
  const inRows = other.row >= cell.row && other.row < cell.row + cell.rowSpan;
  return inRows && other.column >= cell.column && other.column < cell.column + cell.columnSpan;
}

function withPlace(cell: PlacedCell, place: Place): Cell {
  const { row, column, rowSpan, columnSpan, text } = cell;
  return { row, column, rowSpan, columnSpan, text, place: { ...place, row, column } };
}

function cutOff(rows: number, place: Place): Note {
  return note(
    'grid/too-large',
    {
      zh: `表格过大，末尾 ${rows} 行未读取`,
      en: `the table is too large: its last ${rows} rows were not read`,
    },
    place,
  );
}

function overlapping(count: number, place: Place): Note {
  return note(
    'grid/overlap',
    { zh: `${count} 个单元格互相重叠，已裁开`, en: `${count} cells overlap and were cut apart` },
    place,
  );
}
