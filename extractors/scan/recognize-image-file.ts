import type { Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result, refuse } from '../../model/outcome-channels.ts';
import { documentBlocks, layOutPage } from '../layout/document-blocks.ts';
import { joinPages, type PageTables } from '../layout/join-pages.ts';
import { placeDoubts } from '../layout/place-doubts.ts';
import { type OpenImage, openImage } from './pixels/decode-image.ts';
import { readScan, type ScannedPage } from './read-scan.ts';
import type { Engines } from './recognition/engines.ts';
import { closeEngines, openEngines } from './recognition/open-engines.ts';

/** Reads a picture file of one or many pages: text, tables and, cell by cell, the figures that are not sure. */
export async function recognizeImageFile(bytes: Uint8Array): Promise<Result<Extraction>> {
  const opened = await openImage(bytes);
  if (!opened.ok) return opened;
  const { value: engines, notes } = await openEngines();
  if (!engines)
    return refuse('scan/no-engine', {
      zh: '文字识别引擎无法加载；请重新安装依赖（npm ci）后再试',
      en: 'no recognition engine can be loaded; install the dependencies again (npm ci)',
    });
  try {
    const read = await readPages(opened.value, engines);
    if (!read.ok) return read;
    const { mediaType, notes: own } = opened.value;
    return accept(assemble(read.value.pages, mediaType, [...own, ...notes, ...read.value.notes]));
  } finally {
    await closeEngines(engines);
  }
}

type Read = { readonly pages: readonly ScannedPage[]; readonly notes: readonly Note[] };

/** A page that cannot be decoded is noted; where none can, the file is refused. */
async function readPages(image: OpenImage, engines: Engines): Promise<Result<Read>> {
  const pages: ScannedPage[] = [];
  const notes: Note[] = [];
  for (let number = 1; number <= image.pageCount; number += 1) {
    const pixels = await image.decodePage(number);
    if (!pixels.ok) {
      if (image.pageCount === 1) return pixels;
      notes.push(note('image/page-damaged', pixels.refusal.message, { page: number }));
      continue;
    }
    const page = await readScan(pixels.value, engines);
    pages.push(page.value);
    notes.push(...page.notes);
  }
  if (pages.length === 0)
    return refuse('image/damaged', {
      zh: '图片的各页都无法解码',
      en: 'no page of the picture can be decoded',
    });
  return accept({ pages, notes });
}

function assemble(pages: readonly ScannedPage[], mediaType: string, notes: readonly Note[]): Extraction {
  const found: PageTables[] = [];
  for (const { content } of pages) found.push(layOutPage(content, 'text', found.at(-1)?.tables.at(-1)?.box));
  const blocks = documentBlocks(found, joinPages(found));
  const doubts = pages.map((page) => ({ page: page.content.number, doubts: page.doubts }));
  return {
    mediaType,
    pages: pages.map(({ content: { number, width, height } }) => ({ number, width, height })),
    blocks: placeDoubts(blocks, doubts),
    attachments: [],
    notes,
  };
}
