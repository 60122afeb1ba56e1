import type { PlacedCell } from '../../tile-grid.ts';
import { unifyEdges } from '../column-edges.ts';
import { growMerges, type RowCell } from '../grow-merges.ts';
import type { RowDefinition } from './paragraph-properties.ts';

/** A row of a table: the texts of its cells and where its definition puts them. */
export type DocRow = { readonly texts: readonly string[]; readonly definition: RowDefinition | undefined };

export type DocTable = {
  readonly cells: readonly PlacedCell[];
  /** Rows whose definition is lost or does not fit: their cells stand one in each column. */
  readonly guessedRows: number;
};

/** Places the cells of a table by the edges that each row gives for itself. */
export function placeDocTable(rows: readonly DocRow[]): DocTable {
  const fitting = rows.flatMap((row) => (fits(row) ? [row.definition] : []));
  const columnOf = unifyEdges(fitting.flatMap((definition) => definition.edges));
  const placed = rows.map((row) => (fits(row) ? placeRow(row, columnOf) : inOrder(row.texts)));
  const cells = growMerges(placed).map(({ content, ...cell }) => ({ ...cell, text: content }));
  return { cells, guessedRows: rows.length - fitting.length };
}

function fits(row: DocRow): row is DocRow & { readonly definition: RowDefinition } {
  return row.definition?.edges.length === row.texts.length + 1;
}

function placeRow(
  row: DocRow & { readonly definition: RowDefinition },
  columnOf: (edge: number) => number,
): readonly RowCell<string>[] {
  const { edges, vertical, horizontal } = row.definition;
  return row.texts.flatMap((content, index) => {
    const column = columnOf(edges[index] ?? 0);
    const columnSpan = columnOf(edges[index + 1] ?? 0) - column;
    const isSliver = columnSpan <= 0 && content === '';
    if (isSliver) return [];
    const merges = { vertical: vertical[index] ?? 'none', horizontal: horizontal[index] ?? 'none' } as const;
    return [{ column, columnSpan: Math.max(1, columnSpan), ...merges, content }];
  });
}

function inOrder(texts: readonly string[]): readonly RowCell<string>[] {
  return texts.map((content, column) => ({
    column,
    columnSpan: 1,
    vertical: 'none',
    horizontal: 'none',
    content,
  }));
}
