import { note, type Reading } from '../../model/outcome-channels.ts';
import { limits } from './limits.ts';
import { type FieldRow, placeOf } from './ragged-grid.ts';

/** Leaves out the rows and fields of a run that are over the limits, and says how many. */
export function cutRows(rows: readonly FieldRow[], cellsLeft: number): Reading<readonly FieldRow[]> {
  const kept: FieldRow[] = [];
  let cells = 0;
  let lostFields = 0;
  for (const row of rows) {
    const fields = row.fields.slice(0, limits.columns);
    cells += fields.filter((field) => field !== undefined && field.trim() !== '').length;
    if (cells > cellsLeft) break;
    lostFields += row.fields
      .slice(limits.columns)
      .filter((field) => field !== undefined && field.trim() !== '').length;
    kept.push(fields.length === row.fields.length ? row : { ...row, fields });
  }
  const lostRows = rows.length - kept.length;
  const first = rows[0];
  if ((lostRows === 0 && lostFields === 0) || first === undefined) return { value: kept, notes: [] };
  const message = {
    zh: `表格过大，有 ${lostRows} 行没有读取，另有 ${lostFields} 个单元格超出 ${limits.columns} 列`,
    en: `the table is too large; ${lostRows} rows were not read, and ${lostFields} cells stand beyond column ${limits.columns}`,
  };
  return { value: kept, notes: [note('text/table-cut', message, placeOf(first.line))] };
}
