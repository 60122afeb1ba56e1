import type { PlacedCell } from '../tile-grid.ts';

/** A cell as its tag says, before it has a place; spans are the attributes' raw values. */
export type SpannedCell = {
  readonly text: string;
  readonly rowSpan: string | undefined;
  readonly columnSpan: string | undefined;
};

/** Rows of one thead, tbody or tfoot; a cell does not grow out of its group. */
export type RowGroup = readonly (readonly SpannedCell[])[];

/** Greatest spans that the HTML standard allows (section 4.9.11, attributes of table cells). */
const columnSpanLimit = 1000;
const rowSpanLimit = 65_534;

/** Columns beyond which a row is cut off. */
export const columnLimit = 4000;

export type FormedTable = { readonly cells: readonly PlacedCell[]; readonly cutRows: number };

/**
 * Gives each cell its rows and columns as browsers do (HTML standard, 4.9.12 "Forming a table"): a cell goes to the first
 * column of its row that no cell from above covers, `rowspan=0` grows to the end of the group, and spans end with
 * their group (rows that do not exist are not drawn).
 */
export function formTable(groups: readonly RowGroup[]): FormedTable {
  const cells: PlacedCell[] = [];
  let row = 0;
  let cutRows = 0;
  for (const group of groups) {
    const coveredUntil: number[] = [];
    const groupEnd = row + group.length;
    for (const line of group) {
      if (!placeRow(line, { row, groupEnd, coveredUntil, cells })) cutRows += 1;
      row += 1;
    }
  }
  return { cells, cutRows };
}

type RowPlacing = {
  readonly row: number;
  readonly groupEnd: number;
  /** For each column the first row that no cell covers. */
  readonly coveredUntil: number[];
  readonly cells: PlacedCell[];
};

/** False where cells were left out because the row has too many columns. */
function placeRow(line: readonly SpannedCell[], placing: RowPlacing): boolean {
  const { row, groupEnd, coveredUntil, cells } = placing;
  let column = 0;
  for (const cell of line) {
    while ((coveredUntil[column] ?? 0) > row) column += 1;
    const columnSpan = Math.min(parseSpan(cell.columnSpan) || 1, columnSpanLimit);
    const wantedRows = Math.min(parseSpan(cell.rowSpan), rowSpanLimit);
    const rowSpan = wantedRows === 0 ? groupEnd - row : Math.min(wantedRows, groupEnd - row);
    if (column + columnSpan > columnLimit) return false;
    cells.push({ row, column, rowSpan, columnSpan, text: cell.text });
    for (let step = column; step < column + columnSpan; step += 1) {
      coveredUntil[step] = Math.max(coveredUntil[step] ?? 0, row + rowSpan);
    }
    column += columnSpan;
  }
  return true;
}

/** The standard's "rules for parsing non-negative integers"; 1 where they fail. */
function parseSpan(raw: string | undefined): number {
  const digits = /^[\t\n\f\r ]*\+?(\d+)/.exec(raw ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}
