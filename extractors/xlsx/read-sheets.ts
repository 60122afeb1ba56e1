import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { readSymbols, unifyCheckBoxes } from '../check-boxes.ts';
import { showNumber } from './show-number.ts';

/** A cell with its text as shown; 0-based row and column of the sheet. */
export type SheetCell = { readonly row: number; readonly column: number; readonly text: string };

/** A merged range, both ends included, 0-based. */
export type MergedRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A sheet as it is stored; cells without text are left out. */
export type Sheet = {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden';
  readonly cells: readonly SheetCell[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Addresses of formulas that were saved without a result. */
  readonly withoutResult: readonly string[];
  /** Cells beyond `cellLimit`. */
  readonly cutCells: number;
};

/** Cells with text that are read of one sheet. */
export const cellLimit = 500_000;

/** Are cells that have a format or a formula and no value read too? They are many in large sheets. */
export type EmptyCells = 'read' | 'skipped';

/** A workbook's sheets in their order. Throws what the library throws at a file it cannot read. */
export function readSheets(content: Uint8Array | string, emptyCells: EmptyCells): readonly Sheet[] {
  const workbook = read(content, {
    type: typeof content === 'string' ? 'string' : 'buffer',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
    sheetStubs: emptyCells === 'read',
  });
  return workbook.SheetNames.map((name, index) => readSheet(workbook, name, index));
}

function readSheet(workbook: WorkBook, name: string, index: number): Sheet {
  const sheet: WorkSheet = workbook.Sheets[name] ?? {};
  const epoch = workbook.Workbook?.WBProps?.date1904 ? '1904' : '1900';
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: Math.min(s.r, e.r),
    left: Math.min(s.c, e.c),
    bottom: Math.max(s.r, e.r),
    right: Math.max(s.c, e.c),
  }));
  const widthOf = widths(sheet, merges);
  const cells: SheetCell[] = [];
  const withoutResult: string[] = [];
  let cutCells = 0;
  for (const { row, column, cell } of storedCells(sheet)) {
    if (cell.t === 'z' && cell.f !== undefined) withoutResult.push(utils.encode_cell({ r: row, c: column }));
    const text = showCell(cell, { width: () => widthOf(row, column), epoch });
    if (text === '') continue;
    if (cells.length < cellLimit) cells.push({ row, column, text });
    else cutCells += 1;
  }
  const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  return {
    name,
    visibility: isHidden ? 'hidden' : 'visible',
    cells,
    merges,
    hiddenRows: hiddenIndexes(sheet['!rows'] ?? [], (row) => row.hidden === true || row.hpx === 0),
    hiddenColumns: hiddenIndexes(
      sheet['!cols'] ?? [],
      (column) => column.hidden === true || column.width === 0,
    ),
    withoutResult,
    cutCells,
  };
}

function* storedCells(sheet: WorkSheet) {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of (line ?? []).entries()) if (cell) yield { row, column, cell };
  }
}

function hiddenIndexes<T>(
  lines: readonly (T | null | undefined)[],
  isHidden: (line: T) => boolean,
): ReadonlySet<number> {
  return new Set(lines.flatMap((line, index) => (line && isHidden(line) ? [index] : [])));
}

type CellLook = { readonly width: () => number | undefined; readonly epoch: '1900' | '1904' };

function showCell(cell: CellObject, look: CellLook): string {
  switch (cell.t) {
    case 'n': {
      const format = String(cell.z ?? 'General');
      return showNumber(Number(cell.v), { format, width: look.width(), epoch: look.epoch });
    }
    case 's':
      return tidy(symbolRuns(cell) ?? String(cell.v ?? ''));
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE';
    case 'e':
      return cell.w ?? errorNames[Number(cell.v)] ?? '#ERROR';
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10).replaceAll('-', '/') : '';
    case 'z':
      return '';
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Rich text with a run in a symbol font, where the run's letters are pictures (the library keeps the XML of the runs). */
function symbolRuns(cell: CellObject): string | undefined {
  const source: unknown = cell.r;
  if (typeof source !== 'string' || !/wingdings/i.test(source)) return undefined;
  const runs = [...source.matchAll(/<(?:\w+:)?r>(.*?)<\/(?:\w+:)?r>/gs)].map((match) => match[1] ?? '');
  return runs
    .map((run) => {
      const font = /rFont\s+val="([^"]*)"/.exec(run)?.[1];
      const text = /<(?:\w+:)?t\b[^>]*>(.*?)<\/(?:\w+:)?t>/s.exec(run)?.[1] ?? '';
      return readSymbols(unescapeXml(text), font);
    })
    .join('');
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function tidy(text: string): string {
  const lines = text
    .replace(/_x000D_/g, '')
    .split(/\r\n|[\r\n\u2028\v]/)
    .map((line) => line.replace(/[ \t\u00a0\u3000]+/g, ' ').trim())
    .filter((line) => line !== '');
  return unifyCheckBoxes(lines.join('\n'));
}

/** Width in characters of the cell that begins in a slot, over the columns that it is merged over. */
function widths(sheet: WorkSheet, merges: readonly MergedRange[]) {
  const columns = sheet['!cols'] ?? [];
  const mergedTo = new Map(merges.map((range) => [`${range.top} ${range.left}`, range.right]));
  return (row: number, column: number): number | undefined => {
    const right = Math.min(mergedTo.get(`${row} ${column}`) ?? column, column + columns.length);
    let sum = 0;
    for (let each = column; each <= right; each += 1) {
      const width = columns[each]?.wch;
      if (width === undefined) return undefined;
      sum += width;
    }
    return sum;
  };
}
