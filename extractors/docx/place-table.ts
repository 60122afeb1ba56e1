import type { MarkupNode } from '../markup.ts';
import { columnLimit } from '../html/form-table.ts';
import type { PlacedCell } from '../tile-grid.ts';
import { attributeOf, childOf, contentOf, countOf, isOn, localName } from './word-markup.ts';

/** A table's cells in their columns; `element` is the cell whose text is shown there. */
export type WordCell = Omit<PlacedCell, 'text'> & { readonly element: MarkupNode };

export type PlacedTable = {
  readonly cells: readonly WordCell[];
  /** Rows that are hidden or were deleted. */
  readonly leftOutRows: number;
  /** Cells beyond the last column that is read. */
  readonly cutCells: number;
};

/**
 * Gives the cells of a Word table their rows and columns: `gridBefore` and `gridSpan` count columns of the table's
 * grid, a cell that continues a vertical merge (`vMerge`) or a horizontal one (`hMerge`) lengthens the one that it
 * continues, where that one begins in the same column of the row above.
 */
export function placeTable(table: MarkupNode): PlacedTable {
  const all = contentOf(table).filter((child) => localName(child) === 'tr');
  const rows = all.filter((row) => !isGone(row));
  const cells: Growing[] = [];
  let above = new Map<number, Growing>();
  let cutCells = 0;
  rows.forEach((row, index) => {
    const placed = placeRow(row, index, above);
    cells.push(...placed.begun);
    cutCells += placed.cut;
    above = placed.byColumn;
  });
  return { cells, leftOutRows: all.length - rows.length, cutCells };
}

type Growing = { -readonly [Key in keyof WordCell]: WordCell[Key] };

function isGone(row: MarkupNode): boolean {
  const properties = childOf(row, 'trpr');
  return isOn(childOf(properties, 'hidden')) || childOf(properties, 'del') !== undefined;
}

function placeRow(row: MarkupNode, index: number, above: ReadonlyMap<number, Growing>) {
  const begun: Growing[] = [];
  const byColumn = new Map<number, Growing>();
  let column = countOf(childOf(childOf(row, 'trpr'), 'gridbefore'), 0);
  let last: Growing | undefined;
  let cut = 0;
  for (const element of contentOf(row).filter((child) => localName(child) === 'tc')) {
    const properties = childOf(element, 'tcpr');
    const columnSpan = Math.max(1, countOf(childOf(properties, 'gridspan'), 1));
    if (column + columnSpan > columnLimit) {
      cut += 1;
      continue;
    }
    const upper = above.get(column);
    if (last && continues(childOf(properties, 'hmerge'))) {
      last.columnSpan += columnSpan;
    } else if (upper && continues(childOf(properties, 'vmerge'))) {
      upper.rowSpan = index - upper.row + 1;
      byColumn.set(column, upper);
      last = undefined;
    } else {
      last = { row: index, column, rowSpan: 1, columnSpan, element };
      begun.push(last);
      byColumn.set(column, last);
    }
    column += columnSpan;
  }
  return { begun, byColumn, cut };
}

function continues(merge: MarkupNode | undefined): boolean {
  return merge !== undefined && attributeOf(merge, 'val') !== 'restart';
}
