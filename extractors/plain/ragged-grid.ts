import type { Cell, Grid } from '../../model/extraction.ts';
import type { Place } from '../../model/place.ts';
import { cleanText } from './clean-text.ts';
import type { Line } from './lines.ts';

/** One row of a run as its fields were separated; `line` is where it begins. An `undefined` or blank field is no cell. */
export type FieldRow = { readonly line: Line; readonly fields: readonly (string | undefined)[] };

/** Builds the grid of a run; blank fields are left out and keep their column. Undefined where nothing is left. */
export function raggedGrid(rows: readonly FieldRow[], table: number): Grid | undefined {
  const cells: Cell[] = [];
  let columnCount = 0;
  for (const [row, { line, fields }] of rows.entries()) {
    for (const [column, field] of fields.entries()) {
      const text = field === undefined ? '' : cleanText(field);
      if (text === '') continue;
      columnCount = Math.max(columnCount, column + 1);
      cells.push({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        place: { ...placeOf(line), table, row, column },
      });
    }
  }
  const first = rows[0];
  if (cells.length === 0 || first === undefined) return undefined;
  return {
    arrangement: 'ragged',
    rowCount: rows.length,
    columnCount,
    cells,
    place: { ...placeOf(first.line), table },
  };
}

export function placeOf(line: Line): Place {
  return { ...(line.page === undefined ? {} : { page: line.page }), line: line.number };
}
