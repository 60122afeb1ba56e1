import type { JoinedTable } from './joined-table.ts';

/** Points by which the lines of two pages may differ and still be the same line. */
const sameLine = 3;

/** The positions of a table's column lines on one of its pages, ascending. */
export function columnLines(table: JoinedTable, page: number): readonly number[] {
  const lines = Array.from({ length: table.columnCount + 1 }, () => [] as number[]);
  for (const cell of table.cells)
    for (const part of cell.parts) {
      if (part.page !== page) continue;
      lines[cell.column]?.push(part.box[0]);
      lines[cell.column + cell.columnSpan]?.push(part.box[2]);
    }
  // A column line that no cell of this page ends at is left out: it is not drawn there.
  return lines.map((at) =>
    at.length > 0 ? at.reduce((sum, value) => sum + value, 0) / at.length : Number.NaN,
  );
}

/**
 * Indices of the column lines of `narrow` among those of `wide`, where every line of `narrow` is one of `wide` and the
 * outer lines agree; undefined otherwise.
 */
export function matchColumns(
  wide: readonly number[],
  narrow: readonly number[],
): readonly number[] | undefined {
  const places = narrow.map((line) => wide.findIndex((other) => Math.abs(other - line) <= sameLine));
  const complete = places.every(
    (place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)),
  );
  return complete && places[0] === 0 && places.at(-1) === wide.length - 1 ? places : undefined;
}

/** The table with its columns spread over a finer raster: column line `index` becomes `places[index]`. */
export function spreadColumns(table: JoinedTable, places: readonly number[]): JoinedTable {
  const cells = table.cells.map((cell) => {
    const column = places[cell.column] ?? cell.column;
    return { ...cell, column, columnSpan: (places[cell.column + cell.columnSpan] ?? column + 1) - column };
  });
  return { ...table, cells, columnCount: places.at(-1) ?? table.columnCount };
}
