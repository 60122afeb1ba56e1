import { extractAs } from '../extractors/index.ts';
import { drawPage } from '../extractors/layout/draw-page.ts';
import { extractPdf } from '../extractors/pdf/extract-pdf.ts';
import type { ReadingOptions } from '../extractors/reading-options.ts';
import { sniff } from '../extractors/sniff.ts';
import type { Extraction, Grid } from '../model/extraction.ts';
import type { Note } from '../model/note.ts';
import { type Refusal, type Result, refuse } from '../model/outcome-channels.ts';
import type { Box } from '../model/place.ts';
import type { OcrPolicy } from '../model/recognition.ts';

/** A table as it is drawn, as the contract publishes it; places that the format does not have are `null`. */
export type PublishedTable = {
  readonly page: number | null;
  readonly box: Box | null;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly text: string;
    readonly box: Box | null;
  }[];
};

/** One line of `fuhe tables`. */
export type TablesLine = {
  readonly file: string;
  readonly tables: readonly PublishedTable[];
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly messageIn: Refusal['message'];
  };
};

export type TablesRequest = {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** `joined`: tables that go on over pages are one; `apart`: one a page. */
  readonly tables: 'joined' | 'apart';
  /** Is given each page of a PDF as SVG. */
  readonly onDrawing?: (page: number, svg: string) => void;
  /** Which pages are recognised from their pictures; `auto` unless given. */
  readonly ocr?: OcrPolicy;
  /** Is called after each page of a PDF: the work goes on. */
  readonly onStep?: ReadingOptions['onPage'];
  /** Is told what was guessed or left out. */
  readonly onNotes?: (notes: readonly Note[]) => void;
};

async function extraction({
  file,
  bytes,
  tables,
  ocr = 'auto',
  onDrawing,
  onStep = () => {},
}: TablesRequest): Promise<Result<Extraction>> {
  const sniffed = await sniff(bytes, file);
  if (!sniffed.ok) return sniffed;
  if (sniffed.value.kind !== 'pdf') return extractAs(sniffed.value, bytes, { ocr, onPage: onStep });
  return extractPdf(bytes, {
    tables,
    ocr,
    onPage: (page, found) => onDrawing?.(page.number, drawPage(page, found.tables)),
    onStep,
  });
}

function published(grid: Grid): PublishedTable {
  return {
    page: grid.place.page ?? null,
    box: grid.place.box ?? null,
    cells: grid.cells.map(({ row, column, rowSpan, columnSpan, text, place }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      box: place.box ?? null,
    })),
  };
}

/** A file that gives no tables, and why. */
export function refusedTables(file: string, { code, message }: Refusal): TablesLine {
  return { file, tables: [], error: { code, message: message.zh, messageIn: message } };
}

/** The tables of a document as drawn, without any reading. Never throws. */
export async function findTables(request: TablesRequest): Promise<TablesLine> {
  let result: Result<Extraction>;
  try {
    result = await extraction(request);
  } catch (problem) {
    const what = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
    result = refuse('internal/error', { zh: `程序内部错误（${what}）`, en: `internal error (${what})` });
  }
  if (!result.ok) return refusedTables(request.file, result.refusal);
  request.onNotes?.(result.value.notes);
  const tables = result.value.blocks.flatMap((block) =>
    block.kind === 'grid' ? [published(block.grid)] : [],
  );
  return { file: request.file, tables };
}
