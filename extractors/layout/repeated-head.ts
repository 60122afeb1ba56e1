import type { JoinedTable } from './joined-table.ts';

/** How far down the first page's table its head may stand (below a title and the facts about the unit), in rows. */
const deepest = 12;

/** Rows that a repeated head has at most. */
const tallest = 6;

const bare = (text: string): string => text.replace(/\s/g, '');

/** The cells that begin in a row, as text: equal for equal rows. */
function rowKey(table: JoinedTable, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.column}:${cell.columnSpan}:${cell.rowSpan}:${bare(cell.text)}`)
    .join('|');
}

function filledCells(table: JoinedTable, row: number): number {
  return table.cells.filter((cell) => cell.row === row && bare(cell.text) !== '').length;
}

const isCut = (table: JoinedTable, row: number): boolean =>
  table.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);

/** How many first rows of `next` repeat rows of `first` word for word, and where those stand. */
export function repeatedHead(
  first: JoinedTable,
  next: JoinedTable,
): { readonly rows: number; readonly at: number } {
  const limit = Math.min(tallest, next.rowCount);
  const keys = Array.from({ length: limit }, (_, row) => rowKey(next, row));
  for (let at = 0; at < Math.min(deepest, first.rowCount); at += 1) {
    let rows = 0;
    let filled = 0;
    while (rows < limit && at + rows < first.rowCount && keys[rows] === rowKey(first, at + rows)) {
      filled = Math.max(filled, filledCells(next, rows));
      rows += 1;
    }
    while (rows > 0 && isCut(next, rows)) rows -= 1;
    if (rows > 0 && filled >= 2) return { rows, at };
  }
  return { rows: 0, at: 0 };
}

/** Rows that are compared to tell a new form from a group whose name is printed again. */
const comparedRows = 3;

/** The shape of a row and its first text: equal for the same row of two forms, whatever is filled in. */
function labelKey(table: JoinedTable, row: number): string {
  const cells = table.cells.filter((cell) => cell.row === row);
  const shape = cells.map((cell) => `${cell.column}:${cell.columnSpan}:${cell.rowSpan}`).join('|');
  return `${shape}|${bare(cells[0]?.text ?? '')}`;
}

/**
 * Does the next table, below the rows that it repeats from row `at` of the first one, begin as the first one did: rows of
 * the same shape and label with other values? Then it is another form of the same kind.
 */
export function startsAnew(
  first: JoinedTable,
  next: JoinedTable,
  { rows, at }: { readonly rows: number; readonly at: number },
): boolean {
  const count = Math.min(comparedRows, next.rowCount - rows, first.rowCount - at - rows);
  if (count < 1 || bare(next.cells.find((cell) => cell.row === rows)?.text ?? '') === '') return false;
  return Array.from({ length: count }, (_, row) => row).every(
    (row) => labelKey(first, at + rows + row) === labelKey(next, rows + row),
  );
}

/** The table without its first rows; no cell may reach over that border. */
export function withoutRows(table: JoinedTable, rows: number): JoinedTable {
  if (rows === 0) return table;
  const cells = table.cells
    .filter((cell) => cell.row >= rows)
    .map((cell) => ({ ...cell, row: cell.row - rows }));
  return { ...table, cells, rowCount: table.rowCount - rows };
}
