import type { Extraction, Page } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result } from '../../model/outcome-channels.ts';
import type { Box } from '../../model/place.ts';
import { foldRadicals } from '../../text/radicals.ts';
import { documentBlocks, layOutPage } from '../layout/document-blocks.ts';
import { joinPages, type PageTables } from '../layout/join-pages.ts';
import { asJoined } from '../layout/joined-table.ts';
import type { PageContent } from '../layout/page-content.ts';
import { type PageState, pageNotes, pageState } from './page-notes.ts';
import { maxPages, type PdfDocument, type PdfReader } from './pdf-reader.ts';
import { damaged, empty, noTextLayer } from './refusals.ts';
import { edgeNotes, joinNotes } from './table-notes.ts';

export type PdfOptions = {
  /** `joined` (default): a table that goes on over pages is one grid; `apart`: one grid a page. */
  readonly tables?: 'joined' | 'apart';
  /** Tried in order; PDFium, then pdf.js unless given. */
  readonly readers?: readonly PdfReader[];
  /** Sees each page with its tables, for drawing. */
  readonly onPage?: (page: PageContent, found: PageTables) => void;
};

const mediaType = 'application/pdf';

type ReadPage = {
  readonly page: Page;
  readonly found: PageTables;
  readonly state: PageState;
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

function analysePage(content: PageContent, above: Box | undefined, onPage: PdfOptions['onPage']): ReadPage {
  const state = pageState(content);
  const seen = seenGlyphs(content);
  const found = layOutPage(seen, state === 'text' ? 'text' : 'picture', above);
  onPage?.(seen, found);
  const { number, width, height } = content;
  return {
    page: { number, width, height },
    found,
    state,
    notes: [...pageNotes(content, state), ...edgeNotes(content.number, found.tables)],
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
  for (let number = 1; number <= last; number += 1)
    pages.push(
      analysePage(await document.readPage(number), pages.at(-1)?.found.tables.at(-1)?.box, options.onPage),
    );
  if (!pages.some(({ state }) => state === 'text')) return noTextLayer();
  const found = pages.map((page) => page.found);
  const tables =
    options.tables === 'apart' ? found.flatMap((page) => page.tables.map(asJoined)) : joinPages(found);
  return accept({
    mediaType,
    pages: pages.map(({ page }) => page),
    blocks: documentBlocks(found, tables),
    attachments: [],
    notes: [
      ...pages.flatMap(({ notes }) => notes),
      ...tables.flatMap(joinNotes),
      ...cutNote(document.pageCount),
    ],
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
