import type { ConditionalFormattingRule, Fill, Row, stream, Worksheet } from 'exceljs';
import { type CellValue, needsTextFormat } from '../cells.ts';
import type { Column } from '../column.ts';

/** A figure's format: two decimals as forms print them, more where there are more. */
const numberFormats = { figure: '0.00####', count: '0' } as const;

/** Rows that a sheet can hold (a limit of the format). */
const mostRows = 1_048_576;

/** Fills of the conditional formats: each comes with a word in the cell, so colour is never the only sign. */
export const fills = { bad: 'FFF8D7D3', doubtful: 'FFFBEBC8', good: 'FFDDEFE6' } as const;

/** A formula with the value that it has now, so that a viewer that does not compute shows it as well. */
export type Formula = { readonly formula: string; readonly result: number };

/** A sheet that is written row by row and kept nowhere. */
export type Sheet = {
  /** Adds a row and gives its number, from 1; `undefined` where the sheet is full. */
  readonly add: (values: readonly (CellValue | Formula)[]) => number | undefined;
  /** The number that the next row gets. */
  readonly next: () => number;
  readonly omitted: () => number;
  readonly close: () => void;
};

export type SheetSetup = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns that stay in view at the left. */
  readonly frozenColumns: number;
  /** Pages side by side that a printed sheet takes. */
  readonly pagesWide: number;
  readonly prepare?: (worksheet: Worksheet) => void;
};

/** Opens a sheet with a frozen heading, filters, widths and a page set-up for A4. */
export function openSheet(workbook: stream.xlsx.WorkbookWriter, setup: SheetSetup): Sheet {
  const { columns } = setup;
  const worksheet = workbook.addWorksheet(setup.name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: setup.frozenColumns }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: setup.pagesWide,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      ...(setup.pagesWide > 1 ? { printTitlesColumn: 'A:A' } : {}),
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  });
  worksheet.columns = columns.map(({ heading, width, holds }) => ({
    header: heading,
    width,
    style: {
      alignment: {
        vertical: 'top',
        wrapText: holds === 'long-text',
        horizontal: isFigure(holds) ? 'right' : 'left',
      },
      ...(isFigure(holds) ? { numFmt: numberFormats[holds] } : {}),
    },
  }));
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  setup.prepare?.(worksheet);
  styleHeading(worksheet.getRow(1));
  return writeRows(worksheet);
}

function writeRows(worksheet: Worksheet): Sheet {
  let next = 2;
  let omitted = 0;
  return {
    add: (values) => {
      if (next > mostRows) {
        omitted += 1;
        return undefined;
      }
      const row = worksheet.addRow([...values]);
      row.eachCell((cell) => {
        if (needsTextFormat(cell.value)) cell.numFmt = '@';
      });
      row.commit();
      next += 1;
      return next - 1;
    },
    next: () => next,
    omitted: () => omitted,
    close: () => worksheet.commit(),
  };
}

const isFigure = (holds: Column['holds']): holds is 'figure' | 'count' =>
  holds === 'figure' || holds === 'count';

function styleHeading(row: Row): void {
  row.height = 30;
  row.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = solid('FF2B4A66');
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.numFmt = 'General';
  });
  row.commit();
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } };
}

/** A conditional format: cells for which the formula holds get the fill. */
export function fillWhen(formula: string, argb: string, priority: number): ConditionalFormattingRule {
  return { type: 'expression', priority, formulae: [formula], style: { fill: solid(argb) } };
}
