import type { DrawnCell, DrawnTable } from './drawn-table.ts';
import { greatest, least } from './extremes.ts';

/** How a caption that stands inside a table's frame begins; the number is what makes it one. */
const captionStart =
  /^(?:(?:table|exhibit|figure|chart|tab\.|fig\.)\s*[a-z]?[-.]?\d|(?:附?表|图表?)\s*[\d一二三四五六七八九十]+[-—.、:：\s])/i;

/** How notes and sources under a table begin. */
const noteStart =
  /^(?:notes?\s*[:.]|source\s*[:.]|sources\s*[:.]|exhibit reads|注\s*\d*\s*[:：.、]|(?:数据|资料)来源)/i;

const isFullRow = (cell: DrawnCell, table: DrawnTable): boolean => cell.columnSpan === table.columnCount;

function withRows(table: DrawnTable, first: number, last: number): DrawnTable {
  const cells = table.cells
    .filter((cell) => cell.row >= first && cell.row + cell.rowSpan - 1 <= last)
    .map((cell) => ({ ...cell, row: cell.row - first }));
  const top = least(cells.map((cell) => cell.box[1]));
  const bottom = greatest(cells.map((cell) => cell.box[3]));
  return { ...table, cells, rowCount: last - first + 1, box: [table.box[0], top, table.box[2], bottom] };
}

/** The table without a numbered caption in its first row and without notes in its last ones: these are prose around it. */
export function trimCaptions(table: DrawnTable): DrawnTable {
  const whole = table.cells.filter((cell) => isFullRow(cell, table));
  const caption = whole.find((cell) => cell.row === 0 && captionStart.test(cell.text));
  const first = caption ? caption.rowSpan : 0;
  let last = table.rowCount - 1;
  for (;;) {
    const note = whole.find(
      (cell) => cell.row + cell.rowSpan - 1 === last && (noteStart.test(cell.text) || cell.text === ''),
    );
    if (!note || note.row <= first) break;
    last = note.row - 1;
  }
  return first === 0 && last === table.rowCount - 1 ? table : withRows(table, first, last);
}
