import { load } from 'cheerio/slim';
import type { Block, Extraction } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { accept, note, type Result, refuse } from '../../model/outcome-channels.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { descendants, type MarkupNode } from '../markup.ts';
import { markupLimits, measureXml, xmlElementLimit } from '../nesting.ts';
import { openPackage, type WordPackage } from './open-package.ts';
import { type BodyPart, readBody } from './read-body.ts';
import { attributeOf, childOf, localName } from './word-markup.ts';

/** `docx` is zipped, `word-xml` the single XML file of Word 2003 or a docx written as one. */
export type WordKind = 'docx' | 'word-xml';

/**
 * Reads a Word document's paragraphs and tables. Refuses `docx/damaged`, `docx/too-large`, `docx/too-deep` and
 * `office/encrypted`.
 */
export async function extractDocx(bytes: Uint8Array, kind: WordKind): Promise<Result<Extraction>> {
  const opened = kind === 'docx' ? await openPackage(bytes) : accept(singleFile(bytes));
  if (!opened.ok) return opened;
  const size = measureXml(opened.value.document);
  if (size.elements > xmlElementLimit) return tooLarge();
  if (size.depth > markupLimits.depth) return tooDeep();
  const body = bodyOf(opened.value.document);
  if (!body) return damaged();
  const read = readBody(body);
  const { blocks, notes } = await withEmbedded(read.parts, opened.value);
  return accept({
    mediaType:
      kind === 'docx'
        ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        : 'application/xml',
    pages: [],
    blocks: renumbered(blocks),
    attachments: [],
    notes: [...read.notes, ...notes],
  });
}

function singleFile(bytes: Uint8Array): WordPackage {
  return { document: decodeHtml(bytes).value, embedded: () => undefined };
}

function bodyOf(xml: string): MarkupNode | undefined {
  const root: MarkupNode = load(xml, { xml: true }).root()[0] ?? { type: 'root' };
  for (const element of descendants(root)) {
    const name = localName(element);
    if (name === 'document' || name === 'worddocument') return childOf(element, 'body');
  }
  return undefined;
}

/** Some programs write a document as a web page inside a docx; it is read where it stands. */
async function withEmbedded(parts: readonly BodyPart[], source: WordPackage) {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  for (const part of parts) {
    if (part.kind !== 'embedded') {
      blocks.push(part);
      continue;
    }
    const inner = await readEmbedded(source.embedded(attributeOf(part.element, 'id') ?? ''));
    if (inner?.ok) {
      blocks.push(...inner.value.blocks);
      notes.push(...inner.value.notes);
    } else notes.push(notEmbedded());
  }
  return { blocks, notes };
}

async function readEmbedded(bytes: Uint8Array | undefined): Promise<Result<Extraction> | undefined> {
  if (!bytes) return undefined;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (/Content-Type:\s*multipart/i.test(head)) {
    const { extractMhtml } = await import('../html/extract-mhtml.ts');
    return extractMhtml(bytes);
  }
  if (!/<(?:html|!doctype|body|table|p|div)\b/i.test(head)) return undefined;
  const { extractHtml } = await import('../html/extract-html.ts');
  return extractHtml(bytes);
}

/** Tables are numbered through the whole document, those of embedded pages among them. */
function renumbered(blocks: readonly Block[]): readonly Block[] {
  let table = -1;
  return blocks.map((block) => {
    if (block.kind === 'prose') return block;
    table += 1;
    if (block.grid.place.table === table) return block;
    const number = table;
    const cells = block.grid.cells.map((cell) => ({ ...cell, place: { ...cell.place, table: number } }));
    return { kind: 'grid', grid: { ...block.grid, cells, place: { ...block.grid.place, table: number } } };
  });
}

function notEmbedded(): Note {
  return note('docx/embedded-not-read', {
    zh: '文档中嵌入的另一个文件未读取',
    en: 'another file embedded in the document was not read',
  });
}

function tooLarge<T>(): Result<T> {
  return refuse('docx/too-large', { zh: '文档过大', en: 'the document is too large' });
}

function tooDeep<T>(): Result<T> {
  return refuse('docx/too-deep', { zh: '文档结构嵌套过深', en: 'the document is nested too deeply' });
}

function damaged<T>(): Result<T> {
  return refuse('docx/damaged', {
    zh: '文档已损坏，没有可读取的正文',
    en: 'the document is damaged: it has no readable body',
  });
}
