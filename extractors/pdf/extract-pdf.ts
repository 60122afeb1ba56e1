import type { Extraction, Page } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Refusal, type Result, refuse } from '../../model/outcome-channels.ts';
import type { Box } from '../../model/place.ts';
import type { OcrPolicy } from '../../model/recognition.ts';
import { foldRadicals } from '../../text/radicals.ts';
import { documentBlocks, layOutPage } from '../layout/document-blocks.ts';
import { joinPages, type PageTables } from '../layout/join-pages.ts';
import { asJoined } from '../layout/joined-table.ts';
import type { PageContent } from '../layout/page-content.ts';
import { type PageRecognitions, placeRecognitions } from '../layout/place-recognitions.ts';
import type { ReadingOptions } from '../reading-options.ts';
import { needsRecognition, recognitionNeeded } from '../recognition-needed.ts';
import { pageNotes, pageState } from './page-notes.ts';
import { maxPages, type PdfDocument, type PdfReader } from './pdf-reader.ts';
import { createPageRecogniser, type PageRecogniser } from './recognise-pages.ts';
import { damaged, empty, noTextLayer } from './refusals.ts';
import { edgeNotes, joinNotes } from './table-notes.ts';

export type PdfOptions = {
  /** `joined` (default): a table that goes on over pages is one grid; `apart`: one grid a page. */
  readonly tables?: 'joined' | 'apart';
  /** Tried in order; PDFium, then pdf.js unless given. */
  readonly readers?: readonly PdfReader[];
  /** Sees each page with its tables, for drawing. */
  readonly onPage?: (page: PageContent, found: PageTables) => void;
  /** Called after each page. */
  readonly onStep?: ReadingOptions['onPage'];
  /** What is done with pages that have no usable text; `auto` unless given. */
  readonly ocr?: OcrPolicy;
};

const mediaType = 'application/pdf';

type ReadPage = {
  readonly page: Page;
  readonly found: PageTables;
  /** Gives text: its own, or what was recognised. */
  readonly isRead: boolean;
  readonly refusal: Refusal | undefined;
  readonly recognitions: PageRecognitions['recognitions'] | undefined;
  readonly notes: readonly Note[];
};

function seenGlyphs(page: PageContent): PageContent {
  const glyphs = page.glyphs
    .filter((glyph) => glyph.hiding === undefined)
    .map((glyph) => {
      const text = foldRadicals(glyph.text);
      return text === glyph.text ? glyph : { ...glyph, text };
    });
  return { ...page, glyphs };
}

type PageTask = {
  readonly number: number;
  readonly above: Box | undefined;
  readonly recognise: PageRecogniser;
  readonly onPage: PdfOptions['onPage'];
};

async function readPage(
  document: PdfDocument,
  { number, above, recognise, onPage }: PageTask,
): Promise<ReadPage> {
  const content = await document.readPage(number);
  const state = pageState(content);
  const own = seenGlyphs(content);
  const { scanned, refusal, notes } = await recognise(document, own, state);
  const seen = scanned?.content ?? own;
  const isRead = scanned !== undefined || state === 'text';
  const found = layOutPage(seen, isRead ? 'text' : 'picture', above);
  onPage?.(seen, found);
  return {
    page: { number, width: seen.width, height: seen.height },
    found,
    isRead,
    refusal,
    recognitions: scanned?.recognitions,
    notes: [...pageNotes(content, state), ...notes, ...edgeNotes(number, found.tables)],
  };
}

/**
 * Reads a PDF's text layer: prose and tables in reading order. Pages without usable text are named in the notes. A reader
 * that fails on the file gives way to the next one.
 */
export async function extractPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Result<Extraction>> {
  if (bytes.length === 0) return empty();
  for await (const reader of readersOf(options.readers)) {
    const result = await tryReader(reader, bytes, options);
    if (result.ok || result.refusal.code !== 'pdf/damaged') return result;
  }
  return damaged();
}

async function* readersOf(given: readonly PdfReader[] | undefined): AsyncGenerator<PdfReader> {
  if (given) {
    yield* given;
    return;
  }
  yield (await import('./pdfium/reader.ts')).pdfiumReader;
  yield (await import('./pdfjs/reader.ts')).pdfjsReader;
}

/** A library that throws on a file has found it damaged. */
async function tryReader(
  reader: PdfReader,
  bytes: Uint8Array,
  options: PdfOptions,
): Promise<Result<Extraction>> {
  let document: PdfDocument | undefined;
  try {
    const opened = await reader.open(bytes);
    if (!opened.ok) return opened;
    document = opened.value;
    return await readAll(document, options);
  } catch {
    return damaged();
  } finally {
    // After a trap its memory is gone, and closing may fail as well.
    await document?.close().catch(() => {});
  }
}

async function readAll(document: PdfDocument, options: PdfOptions): Promise<Result<Extraction>> {
  const last = Math.min(document.pageCount, maxPages);
  const pages: ReadPage[] = [];
  const recognise = createPageRecogniser(options.ocr ?? 'auto');
  for (let number = 1; number <= last; number += 1) {
    const above = pages.at(-1)?.found.tables.at(-1)?.box;
    pages.push(await readPage(document, { number, above, recognise, onPage: options.onPage }));
    options.onStep?.({ done: number, all: last });
  }
  if (!pages.some(({ isRead }) => isRead)) return nothingRead(pages);
  const found = pages.map((page) => page.found);
  const tables =
    options.tables === 'apart' ? found.flatMap((page) => page.tables.map(asJoined)) : joinPages(found);
  return accept({
    mediaType,
    pages: pages.map(({ page }) => page),
    blocks: placeRecognitions(documentBlocks(found, tables), pages.flatMap(recognitionsOf)),
    attachments: [],
    notes: [
      ...pages.flatMap(({ notes }) => notes),
      ...tables.flatMap(joinNotes),
      ...cutNote(document.pageCount),
    ],
  });
}

const recognitionsOf = ({ page, recognitions }: ReadPage): readonly PageRecognitions[] =>
  recognitions ? [{ page: page.number, recognitions }] : [];

function nothingRead(pages: readonly ReadPage[]): Result<Extraction> {
  const refusal = pages.find((page) => page.refusal)?.refusal;
  if (refusal) return refuse(refusal.code, refusal.message);
  const isLeft = pages.some(({ notes }) => notes.some(({ code }) => code === recognitionNeeded));
  return isLeft ? needsRecognition() : noTextLayer();
}

function cutNote(pageCount: number): readonly Note[] {
  if (pageCount <= maxPages) return [];
  return [
    note('pdf/pages-cut', {
      zh: `共 ${pageCount} 页，只读了前 ${maxPages} 页`,
      en: `only the first ${maxPages} of ${pageCount} pages were read`,
    }),
  ];
}
