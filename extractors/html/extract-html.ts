import { load } from 'cheerio';
import type { Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result, refuse } from '../../model/outcome-channels.ts';
import type { MarkupNode } from '../markup.ts';
import { markupLimits, measureHtml } from '../nesting.ts';
import { findAttachments } from './attachments.ts';
import { decodeHtml } from './decode-html.ts';
import { readHeading } from './page-heading.ts';
import { type Flow, readFlow } from './read-flow.ts';

/** Bytes of a page beyond which it is not parsed; a 100-page report pasted from Word has some 5 MB. */
const byteLimit = 60_000_000;

/** Reads a page's prose, tables and links. Refuses `html/too-large` and `html/too-deep`. */
export async function extractHtml(bytes: Uint8Array): Promise<Result<Extraction>> {
  if (bytes.length > byteLimit) return tooLarge();
  const { value: html, notes } = decodeHtml(bytes);
  return readHtml(html, notes);
}

/** The same for text that is decoded already; `notes` are those of the decoding. */
export function readHtml(html: string, notes: readonly Note[]): Result<Extraction> {
  const size = measureHtml(html);
  if (size.elements > markupLimits.elements) return tooLarge();
  if (size.depth > markupLimits.depth) return tooDeep();
  // scriptingEnabled: false makes the content of <noscript> elements, which no reader sees, plain elements
  const root: MarkupNode = load(html, { scriptingEnabled: false }).root()[0] ?? { type: 'root' };
  const flow = readVisible(root);
  return accept({
    mediaType: 'text/html',
    pages: [],
    blocks: [...readHeading(root), ...flow.blocks],
    attachments: findAttachments(root),
    notes: [...notes, ...flow.notes],
  });
}

/** What a page shows; where it shows no table at all and hides one (a closed tab), what it hides as well. */
function readVisible(root: MarkupNode): Flow {
  const shown = readFlow(root, 'skip');
  if (shown.hiddenParts === 0) return shown;
  const hasTable = (flow: Flow): boolean =>
    flow.blocks.some((block) => block.kind === 'grid' && block.grid.rowCount * block.grid.columnCount > 3);
  if (!hasTable(shown)) {
    const all = readFlow(root, 'read');
    if (hasTable(all)) return { ...all, notes: [...all.notes, hiddenRead()] };
  }
  return { ...shown, notes: [...shown.notes, hiddenLeftOut(shown.hiddenParts)] };
}

function hiddenLeftOut(count: number): Note {
  return note('html/hidden-left-out', {
    zh: `页面中 ${count} 处不显示的内容（隐藏的行、单元格等）未读取`,
    en: `${count} hidden parts (rows, cells and the like) were left out`,
  });
}

function hiddenRead(): Note {
  return note('html/hidden-read', {
    zh: '页面显示的部分没有表格，已读取其隐藏的部分',
    en: 'the visible part of the page has no table; its hidden part was read',
  });
}

function tooLarge<T>(): Result<T> {
  return refuse('html/too-large', { zh: '网页过大', en: 'the page is too large' });
}

function tooDeep<T>(): Result<T> {
  return refuse('html/too-deep', {
    zh: '网页元素嵌套过深',
    en: 'the elements of the page are nested too deeply',
  });
}
