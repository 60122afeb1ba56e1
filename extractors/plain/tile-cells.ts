import { limits } from './limits.ts';

/** A cell as HTML gives it; `rowSpan` 0 reaches to the end of its group of rows. */
export type SpannedCell<T> = { readonly rowSpan: number; readonly columnSpan: number; readonly content: T };

/** A row of cells; `groupEnd` is the index of the first row behind its `<thead>` or `<tbody>`, which no span leaves. */
export type SpannedRow<T> = { readonly cells: readonly SpannedCell<T>[]; readonly groupEnd: number };

export type PlacedCell<T> = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Absent where a row was short and the place had to be filled. */
  readonly content?: T;
};

/** Cells in row-major order that tile `rowCount` × `columnCount` exactly; `lostRows` and `lostColumns` were over the limits. */
export type Tiling<T> = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly PlacedCell<T>[];
  readonly lostRows: number;
  readonly lostColumns: number;
};

/**
 * Places cells as browsers do (HTML Standard, "forming a table"): each takes the next free place of its row, spans are cut at the
 * end of their group. Where a span would run over another cell it ends before it; columns at the right in which no cell begins go;
 * places that stay free become empty cells.
 */
export function tileCells<T>(rows: readonly SpannedRow<T>[]): Tiling<T> {
  const placed = placeCells(rows);
  const wanted = placed.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const columnCount = Math.min(wanted, limits.columns);
  const rowCount = columnCount === 0 ? 0 : Math.min(rows.length, Math.floor(limits.cells / columnCount));
  const inside = placed
    .filter(({ row, column }) => row < rowCount && column < columnCount)
    .map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, rowCount - cell.row),
      columnSpan: Math.min(cell.columnSpan, columnCount - cell.column),
    }));
  const cells = fillGaps(inside, rowCount, columnCount);
  return {
    rowCount,
    columnCount,
    cells,
    lostRows: rows.length - rowCount,
    lostColumns: wanted - columnCount,
  };
}

function placeCells<T>(rows: readonly SpannedRow<T>[]): readonly PlacedCell<T>[] {
  const placed: PlacedCell<T>[] = [];
  /** For each column the first row in which it is free again. */
  const freeFrom: number[] = [];
  for (const [row, { cells, groupEnd }] of rows.entries()) {
    let column = 0;
    for (const { rowSpan, columnSpan, content } of cells) {
      while ((freeFrom[column] ?? 0) > row) column += 1;
      if (column > limits.columns) break;
      const height = Math.max(1, Math.min(rowSpan === 0 ? Number.MAX_SAFE_INTEGER : rowSpan, groupEnd - row));
      const width = freeWidth(
        freeFrom.slice(column, column + clampSpan(columnSpan)),
        row,
        clampSpan(columnSpan),
      );
      placed.push({ row, column, rowSpan: height, columnSpan: width, content });
      for (let index = column; index < column + width; index += 1) freeFrom[index] = row + height;
      column += width;
    }
  }
  return placed;
}

/** HTML caps `colspan` at 1000 and reads nonsense as 1. */
function clampSpan(columnSpan: number): number {
  return columnSpan >= 1 ? Math.min(columnSpan, 1000) : 1;
}

function freeWidth(freeFrom: readonly number[], row: number, wanted: number): number {
  const taken = freeFrom.findIndex((free) => free > row);
  return taken > 0 ? taken : wanted;
}

function fillGaps<T>(
  placed: readonly PlacedCell<T>[],
  rowCount: number,
  columnCount: number,
): readonly PlacedCell<T>[] {
  const taken = new Uint8Array(rowCount * columnCount);
  for (const { row, column, rowSpan, columnSpan } of placed) {
    for (let index = row; index < row + rowSpan; index += 1) {
      taken.fill(1, index * columnCount + column, index * columnCount + column + columnSpan);
    }
  }
  const gaps: PlacedCell<T>[] = [];
  for (const [index, isTaken] of taken.entries()) {
    if (isTaken === 1) continue;
    gaps.push({
      row: Math.floor(index / columnCount),
      column: index % columnCount,
      rowSpan: 1,
      columnSpan: 1,
    });
  }
  return gaps.length === 0
    ? placed
    : [...placed, ...gaps].sort((left, right) => left.row - right.row || left.column - right.column);
}
