import type { LaidDocument } from '../layout/laid-out.ts';
import { derive, seeded } from '../random.ts';
import { writeMarkdown } from '../writers/markdown.ts';
import { writeHtmlPage } from '../writers/markup/html-page.ts';
import { writeRuledPdf } from '../writers/pdf/ruled-pdf.ts';
import { writeTabSeparated } from '../writers/tab-separated.ts';
import { writeWordDocument } from '../writers/word-document.ts';
import { writeWorkbook } from '../writers/workbook.ts';

/** Writes a laid out document as a file of one format. */
type ComposedWriter = (document: LaidDocument, seed: number) => Uint8Array | Promise<Uint8Array>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A whole web page without anything around the document. */
export const htmlPage: ComposedWriter = (document) =>
  encode(
    writeHtmlPage(document, {
      markup: 'plain',
      surroundings: 'none',
      hiddenRows: 'none',
      declaredCharset: 'utf-8',
    }),
  );

/** The formats in which composed documents are measured. */
export const composedWriters: Readonly<Record<string, ComposedWriter>> = {
  html: htmlPage,
  docx: writeWordDocument,
  xlsx: (document, seed) =>
    writeWorkbook([document], {
      random: seeded(derive(seed, 'xlsx')),
      figures: seed % 2 === 0 ? 'numbers' : 'texts',
      cover: 'none',
    }),
  pdf: (document, seed) =>
    writeRuledPdf(document, { rulings: 'strokes', random: seeded(derive(seed, 'pdf')) }).bytes,
  text: (document, seed) => encode(writeTabSeparated(document, { rowsPerPage: 5 + (seed % 5) })),
  markdown: (document) => encode(writeMarkdown(document)),
};
