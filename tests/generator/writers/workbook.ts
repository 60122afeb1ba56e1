import ExcelJS from 'exceljs';
import type { LaidDocument, LaidTable } from '../layout/laid-out.ts';
import type { Random } from '../random.ts';

/** How a workbook keeps its figures. */
export type WorkbookStyle = {
  readonly random: Random;
  /** `numbers`: as numbers with a format; `texts`: every cell is a text, as many exports have it. */
  readonly figures: 'numbers' | 'texts';
  /** Another sheet before the assessments. */
  readonly cover: 'none' | 'sheet';
};

/** A workbook with one sheet a document, merged cells and number formats. */
export async function writeWorkbook(
  documents: readonly LaidDocument[],
  style: WorkbookStyle,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  if (style.cover === 'sheet') {
    const cover = book.addWorksheet('填报说明');
    cover.addRow(['填报说明']);
    cover.addRow(['1.本表由各单位自行填报。', '2.金额单位为万元。']);
  }
  documents.forEach((document, index) => {
    writeSheet(book.addWorksheet(`自评表${documents.length > 1 ? index + 1 : ''}`), document, style);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeSheet(sheet: ExcelJS.Worksheet, { blocks }: LaidDocument, style: WorkbookStyle): void {
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  let row = 1;
  for (const block of blocks) {
    if (block.kind !== 'table') {
      sheet.getCell(row, 1).value = block.text;
      sheet.mergeCells(row, 1, row, 8);
      row += 1;
      continue;
    }
    widenColumns(sheet, block.table);
    heightenRows(sheet, { table: block.table, top: row });
    writeTable(sheet, { table: block.table, top: row }, style);
    row += block.table.rows.length;
  }
}

type Placed = { readonly table: LaidTable; readonly top: number };

/** Widths by the longest text of a column, in characters; nobody leaves them as they are when the sheet is printed. */
function widenColumns(sheet: ExcelJS.Worksheet, table: LaidTable): void {
  for (let column = 0; column < table.columnCount; column += 1) {
    const texts = table.rows.flatMap(({ cells }) =>
      cells.filter((cell) => cell.column === column && cell.columnSpan === 1),
    );
    const longest = Math.max(0, ...texts.map(({ text }) => text.length));
    sheet.getColumn(column + 1).width = Math.min(40, Math.max(9, 2 * Math.sqrt(longest) + longest / 3));
  }
}

/** Rows as high as their longest text needs, as a person leaves them. */
function heightenRows(sheet: ExcelJS.Worksheet, { table, top }: Placed): void {
  table.rows.forEach(({ cells }, index) => {
    const lines = cells.map(({ text, column, columnSpan, rowSpan }) => {
      let room = 0;
      for (let at = column; at < column + columnSpan; at += 1) room += sheet.getColumn(at + 1).width ?? 9;
      return Math.ceil((text.length * 2.3) / room / rowSpan) + text.split('\n').length - 1;
    });
    sheet.getRow(top + index).height = 15 * Math.max(1, ...lines);
  });
}

function writeTable(sheet: ExcelJS.Worksheet, { table, top }: Placed, style: WorkbookStyle): void {
  table.rows.forEach(({ cells, kind }, index) => {
    for (const { text, column, rowSpan, columnSpan } of cells) {
      const cell = sheet.getCell(top + index, column + 1);
      writeFigure(cell, text, style);
      cell.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      };
      cell.alignment = { wrapText: true, vertical: 'middle' };
      if (kind === 'total' && typeof cell.value === 'number' && !Number.isInteger(cell.value))
        cell.value = { formula: sumAbove(cell, top), result: cell.value };
      if (rowSpan > 1 || columnSpan > 1)
        sheet.mergeCells(top + index, column + 1, top + index + rowSpan - 1, column + columnSpan);
    }
  });
}

/** What a person enters in a total cell; the figure that counts is the cached result. */
const sumAbove = (cell: ExcelJS.Cell, top: number): string => {
  const column = cell.address.replace(/\d+$/, '');
  return `SUM(${column}${top}:${column}${Number(cell.row) - 1})`;
};

/** A figure as a number whose format shows the printed text; rates sometimes with the noise of a 32-bit float. */
function writeFigure(cell: ExcelJS.Cell, text: string, { random, figures }: WorkbookStyle): void {
  const match =
    figures === 'numbers' ? /^(-?\d{1,3}(?:,\d{3})+|-?\d+)(?:\.(\d+))?(%?)$/.exec(text) : undefined;
  if (!match || /^0\d/.test(text)) {
    cell.value = text;
    return;
  }
  const [, whole = '', fraction = '', percent = ''] = match;
  const value = Number(`${whole.replaceAll(',', '')}${fraction === '' ? '' : `.${fraction}`}`);
  const digits = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`;
  cell.numFmt = `${whole.includes(',') ? '#,##0' : '0'}${digits}${percent}`;
  const stored = percent === '' ? value : Number((value / 100).toFixed(fraction.length + 2));
  cell.value = percent !== '' && random.chance(0.3) ? Math.fround(stored) : stored;
}
