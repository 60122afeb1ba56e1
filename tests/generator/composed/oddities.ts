import type { LaidBlock, LaidCell, LaidDocument, LaidRow, LaidTable } from '../layout/laid-out.ts';
import type { ComposedDocument } from './compose.ts';
import { layOutComposed } from './lay-out.ts';

/** Changes the table of a composed document; `undefined` where its form has no place for the change. */
type Oddity = (table: LaidTable, document: ComposedDocument) => readonly LaidTable[] | undefined;

/** What single forms do beside everything else; none of it changes what the document says. */
export const oddities: Readonly<Record<string, Oddity>> = {
  'blank rows': (table) => [
    {
      ...table,
      rows: table.rows.flatMap((row, index) =>
        isClosed(table, index) && row.kind === 'indicator' ? [row, blankRow(table.columnCount)] : [row],
      ),
    },
  ],
  'blank column': (table, { form }) => {
    const at =
      form.columns.findIndex(({ field }) => field === 'score') + (form.sideLabel === undefined ? 0 : 1);
    return [insertColumn(table, at)];
  },
  'total in words': (table, { assessment, form }) => {
    const total = assessment.total.printed;
    if (form.bottomTotal === undefined || total === null) return undefined;
    const text = `${form.bottomTotal}：${total}分`;
    return [
      { ...table, rows: table.rows.map((row) => (row.kind === 'total' ? oneText(row, table, text) : row)) },
    ];
  },
  'scores in words': (table, document) => [mapScores(table, document, (text) => `得${text.trim()}分`)],
  'header of two rows': twoHeaderRows,
  'table cut in two': (table) => cut(table, []),
  'table cut in two with its header': (table) =>
    cut(
      table,
      table.rows.filter(({ kind }) => kind === 'header'),
    ),
};

/** The document with one oddity, or `undefined` where it has no place for it. */
export function layOutOddly(document: ComposedDocument, name: string): LaidDocument | undefined {
  const laid = layOutComposed(document);
  const oddity = oddities[name];
  if (oddity === undefined) throw new RangeError(`no oddity ${name}`);
  const blocks = laid.blocks.map((block): readonly LaidBlock[] | undefined => {
    if (block.kind !== 'table') return [block];
    return oddity(block.table, document)?.map((table) => ({ kind: 'table' as const, table }));
  });
  return blocks.some((each) => each === undefined)
    ? undefined
    : { blocks: blocks.flatMap((each) => each ?? []) };
}

/** Does no cell reach from this row into the next one? */
function isClosed({ rows }: LaidTable, index: number): boolean {
  return rows.every((row, at) => at > index || row.cells.every(({ rowSpan }) => at + rowSpan - 1 <= index));
}

const blankRow = (columnCount: number): LaidRow => ({
  kind: 'block',
  cells: Array.from({ length: columnCount }, (_, column) => ({
    text: '',
    column,
    columnSpan: 1,
    rowSpan: 1,
  })),
});

/** A column of blank cells before `at`; cells that reach across it grow. */
function insertColumn(table: LaidTable, at: number): LaidTable {
  const covered = new Set<number>();
  const rows = table.rows.map((row, index) => {
    const cells = row.cells.map((cell) => {
      if (cell.column >= at) return { ...cell, column: cell.column + 1 };
      if (cell.column + cell.columnSpan <= at) return cell;
      for (let down = 0; down < cell.rowSpan; down += 1) covered.add(index + down);
      return { ...cell, columnSpan: cell.columnSpan + 1 };
    });
    const blank = covered.has(index) ? [] : [{ text: '', column: at, columnSpan: 1, rowSpan: 1 }];
    return { ...row, cells: [...cells, ...blank].sort((left, right) => left.column - right.column) };
  });
  return { columnCount: table.columnCount + 1, rows };
}

/** One text over all columns that begin in the row. */
function oneText(row: LaidRow, { columnCount }: LaidTable, text: string): LaidRow {
  const column = row.cells[0]?.column ?? 0;
  return { ...row, cells: [{ text, column, columnSpan: columnCount - column, rowSpan: 1 }] };
}

function mapScores(
  table: LaidTable,
  { form }: ComposedDocument,
  change: (text: string) => string,
): LaidTable {
  const at =
    form.columns.findIndex(({ field }) => field === 'score') + (form.sideLabel === undefined ? 0 : 1);
  const changed = (cell: LaidCell): LaidCell =>
    cell.column === at && /\d|[０-９]/.test(cell.text)
      ? { ...cell, text: change(cell.text.replace(/分$/, '')) }
      : cell;
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.kind === 'indicator' ? { ...row, cells: row.cells.map(changed) } : row,
    ),
  };
}

/** 绩效指标 over the levels, 自评情况 over the score and what follows it. */
function twoHeaderRows(table: LaidTable, { form }: ComposedDocument): readonly LaidTable[] | undefined {
  const side = form.sideLabel === undefined ? 0 : 1;
  const first = form.columns.findIndex(({ field }) => field === 'level1');
  const name = form.columns.findIndex(({ field }) => field === 'name');
  const score = form.columns.findIndex(({ field }) => field === 'score');
  if (first < 0 || side > 0 || score === form.columns.length - 1) return undefined;
  const over = (text: string, from: number, to: number): LaidCell => ({
    text,
    column: from,
    columnSpan: to - from,
    rowSpan: 1,
  });
  const isUnder = ({ column }: LaidCell) => (column >= first && column <= name) || column >= score;
  const rows = table.rows.flatMap((row): LaidRow[] => {
    if (row.kind !== 'header') return [row];
    const upper = [
      ...row.cells.filter((cell) => !isUnder(cell)).map((cell) => ({ ...cell, rowSpan: 2 })),
      over('绩效指标', first, name + 1),
      over('自评情况', score, table.columnCount),
    ].sort((left, right) => left.column - right.column);
    return [
      { kind: 'header', cells: upper },
      { kind: 'header', cells: row.cells.filter(isUnder) },
    ];
  });
  return [{ ...table, rows }];
}

/** Two tables, the second of which begins where no cell goes on from above. */
function cut(table: LaidTable, header: readonly LaidRow[]): readonly LaidTable[] | undefined {
  const ends = table.rows.flatMap((row, index) =>
    row.kind === 'indicator' && isClosed(table, index) && table.rows[index + 1]?.kind === 'indicator'
      ? [index]
      : [],
  );
  const at = ends[Math.floor(ends.length / 2)];
  if (at === undefined) return undefined;
  return [
    { ...table, rows: table.rows.slice(0, at + 1) },
    { ...table, rows: [...header, ...table.rows.slice(at + 1)] },
  ];
}
