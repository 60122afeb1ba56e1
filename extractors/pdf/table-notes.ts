import type { Note } from '../../model/note.ts';
import { note } from '../../model/outcome-channels.ts';
import type { DrawnTable } from '../layout/drawn-table.ts';
import type { JoinedTable } from '../layout/joined-table.ts';

/** Sides of cells on one page that are not drawn: those that the text implies, and those it leaves open. */
export function edgeNotes(page: number, tables: readonly DrawnTable[]): readonly Note[] {
  const added = tables.reduce((sum, { impliedEdges = 0 }) => sum + impliedEdges, 0);
  const implied = note(
    'pdf/edge-implied',
    {
      zh: `第 ${page} 页表格有 ${added} 处单元格之间未画线，按文字位置分开`,
      en: `page ${page}: ${added} sides between cells are not drawn; the cells were told apart by where their texts stand`,
    },
    { page },
  );
  const doubtful = tables
    .flatMap((table) => table.doubtful ?? [])
    .map((box) =>
      note(
        'pdf/edge-doubtful',
        {
          zh: `第 ${page} 页有一个单元格可能是上下几格（其间未画线），按一格读取`,
          en: `a cell of page ${page} may be several without a line between them; it was read as one`,
        },
        { page, box },
      ),
    );
  return added > 0 ? [implied, ...doubtful] : doubtful;
}

/** Rows that were put together over a page break without a line that says so. */
export function joinNotes(joined: JoinedTable, table: number): readonly Note[] {
  return joined.inferredRows.map((row) => {
    const parts = joined.cells.find((cell) => cell.row === row && cell.parts.length > 1)?.parts ?? [];
    const [page, next] = [parts[0]?.page ?? 0, parts.at(-1)?.page ?? 0];
    return note(
      'pdf/row-joined',
      {
        zh: `第 ${page} 页末行与第 ${next} 页首行按内容判断为同一行，已合并`,
        en: `the last row of page ${page} and the first of page ${next} were joined as one row, judging by their content`,
      },
      { page, table, row },
    );
  });
}
