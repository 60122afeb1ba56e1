import type { Block, Cell, Extraction } from '../../model/extraction.ts';

/** An extraction of tab-separated lines; a line without a tab is prose. */
export function ragged(text: string): Extraction {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  let tables = 0;
  const flush = (): void => {
    if (rows.length === 0) return;
    const cells = rows.flatMap((fields, row) =>
      fields.flatMap((field, column): Cell[] =>
        field === '' ? [] : [cellOf(field, { table: tables, row, column }, [1, 1])],
      ),
    );
    const columnCount = Math.max(...rows.map((fields) => fields.length));
    blocks.push({
      kind: 'grid',
      grid: { arrangement: 'ragged', rowCount: rows.length, columnCount, cells, place: { table: tables } },
    });
    tables += 1;
    rows = [];
  };
  text.split('\n').forEach((line, index) => {
    if (line.includes('\t')) rows.push(line.split('\t'));
    else {
      flush();
      if (line !== '') blocks.push({ kind: 'prose', text: line, place: { line: index + 1 } });
    }
  });
  flush();
  return { mediaType: 'text/plain', pages: [], blocks, attachments: [], notes: [] };
}

type Drawn = string | { readonly text: string; readonly rows?: number; readonly columns?: number };

/** An extraction of one drawn table; spans are written as `{ text, rows, columns }`, blank cells as `''`. */
export function drawn(rows: readonly (readonly Drawn[])[], before: readonly string[] = []): Extraction {
  const taken = new Set<string>();
  const cells: Cell[] = [];
  rows.forEach((entries, row) => {
    let column = 0;
    for (const entry of entries) {
      while (taken.has(`${row},${column}`)) column += 1;
      const {
        text,
        rows: rowSpan = 1,
        columns: columnSpan = 1,
      } = typeof entry === 'string' ? { text: entry } : entry;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down},${column + right}`);
      }
      cells.push(cellOf(text, { table: 0, row, column }, [rowSpan, columnSpan]));
      column += columnSpan;
    }
  });
  const columnCount = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  return {
    mediaType: 'text/html',
    pages: [],
    blocks: [
      ...before.map((text, index): Block => ({ kind: 'prose', text, place: { line: index + 1 } })),
      {
        kind: 'grid',
        grid: { arrangement: 'drawn', rowCount: rows.length, columnCount, cells, place: { table: 0 } },
      },
    ],
    attachments: [],
    notes: [],
  };
}

function cellOf(
  text: string,
  place: { readonly table: number; readonly row: number; readonly column: number },
  [rowSpan, columnSpan]: readonly [number, number],
): Cell {
  return { row: place.row, column: place.column, rowSpan, columnSpan, text, place };
}
