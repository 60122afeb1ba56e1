import type { Extraction, Page } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Reading, type Result } from '../../model/outcome-channels.ts';
import type { Box } from '../../model/place.ts';
import { foldRadicals } from '../../text/radicals.ts';
import { documentBlocks, layOutPage } from '../layout/document-blocks.ts';
import { joinPages, type PageTables } from '../layout/join-pages.ts';
import { asJoined, type JoinedTable } from '../layout/joined-table.ts';
import type { PageContent } from '../layout/page-content.ts';
import { type PlacedDoubt, placeDoubts } from '../layout/place-doubts.ts';
import { type PageState, pageNotes, pageState } from './page-notes.ts';
import { maxPages, type PagePicture, type PdfDocument, type PdfReader } from './pdf-reader.ts';
import { damaged, empty, noTextLayer } from './refusals.ts';

export type PdfOptions = {
  /** `joined` (default): a table that goes on over pages is one grid; `apart`: one grid a page. */
  readonly tables?: 'joined' | 'apart';
  /** Tried in order; PDFium, then pdf.js unless given. */
  readonly readers?: readonly PdfReader[];
  /** Sees each page with its tables, for drawing. */
  readonly onPage?: (page: PageContent, found: PageTables) => void;
  /** Reads pages without usable text from their picture; without it they are only named in the notes. */
  readonly recognition?: PageRecognition;
};

/** Reads the picture of page `number`; undefined where no engine can. */
export type PageRecognition = (
  picture: PagePicture,
  number: number,
) => Promise<Reading<{ readonly content: PageContent; readonly doubts: readonly PlacedDoubt[] }> | undefined>;

const mediaType = 'application/pdf';

type ReadPage = {
  readonly page: Page;
  readonly found: PageTables;
  readonly state: PageState;
  readonly notes: readonly Note[];
  readonly doubts: readonly PlacedDoubt[];
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

/** The page as its text layer has it, or as its picture was read where it has no usable text. */
async function pageContent(
  document: PdfDocument,
  number: number,
  { recognition }: PdfOptions,
): Promise<Omit<ReadPage, 'page' | 'found'> & { readonly content: PageContent }> {
  const content = await document.readPage(number);
  const state = pageState(content);
  const printed = { content, state, notes: pageNotes(content, state), doubts: [] };
  if (!recognition || !document.readPicture || (state !== 'picture' && state !== 'unusable')) return printed;
  const picture = await document.readPicture(number);
  const read = picture && (await recognition(picture, number));
  if (!read) return printed;
  // The text layer's own notes hold still, but not that nothing was read.
  const notes = printed.notes.filter(({ code }) => !unreadPage.includes(code));
  const seen = { ...read.value.content, width: content.width || read.value.content.width };
  return { content: seen, state: 'text', notes: [...notes, ...read.notes], doubts: read.value.doubts };
}

const unreadPage = ['pdf/no-text-layer', 'pdf/text-unusable'];

async function readPage(
  document: PdfDocument,
  { number, above }: { readonly number: number; readonly above: Box | undefined },
  options: PdfOptions,
): Promise<ReadPage> {
  const { content, state, notes, doubts } = await pageContent(document, number, options);
  const seen = seenGlyphs(content);
  const found = layOutPage(seen, state === 'text' ? 'text' : 'picture', above);
  options.onPage?.(seen, found);
  const { width, height } = content;
  return { page: { number, width, height }, found, state, notes, doubts };
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
  for (let number = 1; number <= last; number += 1)
    pages.push(await readPage(document, { number, above: pages.at(-1)?.found.tables.at(-1)?.box }, options));
  if (!pages.some(({ state }) => state === 'text')) return noTextLayer();
  const found = pages.map((page) => page.found);
  const tables =
    options.tables === 'apart' ? found.flatMap((page) => page.tables.map(asJoined)) : joinPages(found);
  return accept({
    mediaType,
    pages: pages.map(({ page }) => page),
    blocks: placeDoubts(
      documentBlocks(found, tables),
      pages.map(({ page, doubts }) => ({ page: page.number, doubts })),
    ),
    attachments: [],
    notes: [
      ...pages.flatMap(({ notes }) => notes),
      ...tables.flatMap(joinNotes),
      ...cutNote(document.pageCount),
    ],
  });
}

/** Rows that were put together over a page break without a line that says so. */
function joinNotes(joined: JoinedTable, table: number): readonly Note[] {
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

function cutNote(pageCount: number): readonly Note[] {
  if (pageCount <= maxPages) return [];
  return [
    note('pdf/pages-cut', {
      zh: `共 ${pageCount} 页，只读了前 ${maxPages} 页`,
      en: `only the first ${maxPages} of ${pageCount} pages were read`,
    }),
  ];
}
