import type { Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Refusal, type Result, refuse } from '../../model/outcome-channels.ts';
import { documentBlocks, layOutPage } from '../layout/document-blocks.ts';
import { joinPages, type PageTables } from '../layout/join-pages.ts';
import { placeRecognitions } from '../layout/place-recognitions.ts';
import type { ReadingOptions } from '../reading-options.ts';
import type { ScannedPage } from './page-of-places.ts';
import { createPageReader, type PageReader } from './page-recognition.ts';
import { type OpenImage, openImage } from './pixels/decode-image.ts';

/** Reads a picture file of one or many pages: text, tables and, cell by cell, how sure the reading is. */
export async function recognizeImageFile(
  bytes: Uint8Array,
  { onPage }: Partial<Pick<ReadingOptions, 'onPage'>> = {},
): Promise<Result<Extraction>> {
  const opened = await openImage(bytes);
  if (!opened.ok) return opened;
  const read = await readImagePages(opened.value, { reader: createPageReader(), first: 1, onPage });
  if (!read.ok) return read;
  const { mediaType, notes } = opened.value;
  return accept(layOutScans(read.value.pages, mediaType, [...notes, ...read.value.notes]));
}

/** Pages read, and what has to be said of them and of those that could not be read. */
export type ReadPages = { readonly pages: readonly ScannedPage[]; readonly notes: readonly Note[] };

type Task = {
  readonly reader: PageReader;
  /** The number that the picture's first page gets. */
  readonly first: number;
  readonly onPage?: ReadingOptions['onPage'] | undefined;
};

/** A page that cannot be read is noted; where none can, the picture is refused for the reason of the last. */
export async function readImagePages(
  image: OpenImage,
  { reader, first, onPage }: Task,
): Promise<Result<ReadPages>> {
  const pages: ScannedPage[] = [];
  const notes: Note[] = [];
  let refusal: Refusal | undefined;
  for (let index = 1; index <= image.pageCount; index += 1) {
    const number = first + index - 1;
    const pixels = await image.decodePage(index);
    const page = pixels.ok ? await reader.read(pixels.value, number) : pixels;
    onPage?.({ done: index, all: image.pageCount });
    if (!page.ok) {
      refusal = page.refusal;
      notes.push(note(refusal.code, refusal.message, { page: number }));
      if (refusal.code === 'scan/pages-cut' || refusal.code === 'scan/no-engine') break;
      continue;
    }
    pages.push(page.value.value);
    notes.push(...page.value.notes);
  }
  if (pages.length === 0 && refusal) return refuse(refusal.code, refusal.message);
  return accept({ pages, notes });
}

/** Recognised pages as a document: their tables joined over pages, their prose between. */
export function layOutScans(
  pages: readonly ScannedPage[],
  mediaType: string,
  notes: readonly Note[],
): Extraction {
  const found: PageTables[] = [];
  for (const { content } of pages) found.push(layOutPage(content, 'text', found.at(-1)?.tables.at(-1)?.box));
  const blocks = documentBlocks(found, joinPages(found));
  const read = pages.map((page) => ({ page: page.content.number, recognitions: page.recognitions }));
  return {
    mediaType,
    pages: pages.map(({ content: { number, width, height } }) => ({ number, width, height })),
    blocks: placeRecognitions(blocks, read),
    attachments: [],
    notes,
  };
}
