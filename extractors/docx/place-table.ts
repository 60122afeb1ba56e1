import { columnLimit } from '../html/form-table.ts';
import type { MarkupNode } from '../markup.ts';
import { type ColumnOf, unifyEdges } from './column-edges.ts';
import { growMerges, type Merge, type MergedCell, type RowCell } from './grow-merges.ts';
import { attributeOf, childOf, contentOf, countOf, isOn, localName } from './word-markup.ts';

export type PlacedTable = {
  /** The cells in their columns, with the elements whose text is shown there. */
  readonly cells: readonly MergedCell<MarkupNode>[];
  /** Rows that are hidden or were deleted. */
  readonly leftOutRows: number;
  /** Cells beyond the last column that is read. */
  readonly cutCells: number;
};

/**
 * Gives the cells of a Word table their rows and columns: `gridBefore` and `gridSpan` count columns of the table's grid,
 * `vMerge` and `hMerge` continue other cells. Grid columns that are slivers (edges that nearly meet) are no columns.
 */
export function placeTable(table: MarkupNode): PlacedTable {
  const all = contentOf(table).filter((child) => localName(child) === 'tr');
  const shown = all.filter((row) => !isGone(row)).map(readRow);
  const rows = withoutSlivers(
    shown.map((row) => row.cells),
    gridEdges(table),
  );
  return {
    cells: growMerges(rows),
    leftOutRows: all.length - shown.length,
    cutCells: shown.reduce((sum, row) => sum + row.cut, 0),
  };
}

function isGone(row: MarkupNode): boolean {
  const properties = childOf(row, 'trpr');
  return isOn(childOf(properties, 'hidden')) || childOf(properties, 'del') !== undefined;
}

type Row = readonly RowCell<MarkupNode>[];

function readRow(row: MarkupNode): { readonly cells: Row; readonly cut: number } {
  const cells: RowCell<MarkupNode>[] = [];
  let column = countOf(childOf(childOf(row, 'trpr'), 'gridbefore'), 0);
  let cut = 0;
  for (const content of contentOf(row).filter((child) => localName(child) === 'tc')) {
    const properties = childOf(content, 'tcpr');
    const columnSpan = Math.max(1, countOf(childOf(properties, 'gridspan'), 1));
    if (column + columnSpan > columnLimit) {
      cut += 1;
      continue;
    }
    const vertical = mergeOf(childOf(properties, 'vmerge'));
    cells.push({ column, columnSpan, vertical, horizontal: mergeOf(childOf(properties, 'hmerge')), content });
    column += columnSpan;
  }
  return { cells, cut };
}

function mergeOf(merge: MarkupNode | undefined): Merge {
  if (merge === undefined) return 'none';
  return attributeOf(merge, 'val') === 'restart' ? 'first' : 'continued';
}

/** Where the columns of the table's grid begin and end, in twips. */
function gridEdges(table: MarkupNode): readonly number[] {
  const grid = childOf(table, 'tblgrid');
  const columns = (grid?.children ?? []).filter((child) => child.name && localName(child) === 'gridcol');
  const edges = [0];
  for (const column of columns.slice(0, columnLimit)) {
    edges.push((edges.at(-1) ?? 0) + (Number.parseInt(attributeOf(column, 'w') ?? '', 10) || 0));
  }
  return edges;
}

/** Only where the grid covers all cells and no cell would vanish; else the columns stay as they are counted. */
function withoutSlivers(rows: readonly Row[], edges: readonly number[]): readonly Row[] {
  const columnOf: ColumnOf = unifyEdges(edges);
  const at = (column: number): number | undefined => {
    const edge = edges[column];
    return edge === undefined ? undefined : columnOf(edge);
  };
  const moved = rows.map((row) =>
    row.map((cell) => {
      const column = at(cell.column);
      const end = at(cell.column + cell.columnSpan);
      return column === undefined || end === undefined || end <= column
        ? undefined
        : { ...cell, column, columnSpan: end - column };
    }),
  );
  const complete = moved.map((row) => row.filter((cell) => cell !== undefined));
  return moved.every((row, index) => row.length === complete[index]?.length) ? complete : rows;
}
