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

/** Does the next table begin as the first one did without repeating it: another form of the same kind? */
export function startsAnew(first: JoinedTable, next: JoinedTable): boolean {
  const label = (table: JoinedTable): string =>
    bare(table.cells.find((cell) => bare(cell.text) !== '')?.text ?? '');
  return label(first) !== '' && label(first) === label(next);
}

/** The table without its first rows; no cell may reach over that border. */
export function withoutRows(table: JoinedTable, rows: number): JoinedTable {
  if (rows === 0) return table;
  const cells = table.cells
    .filter((cell) => cell.row >= rows)
    .map((cell) => ({ ...cell, row: cell.row - rows }));
  return { ...table, cells, rowCount: table.rowCount - rows };
}
