import type { Box } from '../../model/place.ts';
import type { DrawnCell, DrawnTable, Evidence } from './drawn-table.ts';

/** Where a cell, or a part of it that a page break cut off, stands. */
export type CellPart = { readonly page: number; readonly box: Box };

/** A cell of a table that may run over pages; `parts` are in reading order, at least one. */
export type JoinedCell = Omit<DrawnCell, 'box'> & { readonly parts: readonly CellPart[] };

/** A table over one or more pages; its cells tile `rowCount` × `columnCount` in row-major order. */
export type JoinedTable = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly JoinedCell[];
  readonly evidence: Evidence;
  /** Regions where a line had to be completed. */
  readonly completed: number;
  /** Page and box of each fragment. */
  readonly fragments: readonly CellPart[];
  /** Rows put together from two pages because their parts make no rows of their own, without a line that says so. */
  readonly inferredRows: readonly number[];
};

/** A table of one page as a joined one. */
export function asJoined(table: DrawnTable): JoinedTable {
  return {
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    cells: table.cells.map(({ box, ...cell }) => ({ ...cell, parts: [{ page: table.page, box }] })),
    evidence: table.evidence,
    completed: table.completed,
    fragments: [{ page: table.page, box: table.box }],
    inferredRows: [],
  };
}
