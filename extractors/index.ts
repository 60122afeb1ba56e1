import type { Extraction } from '../model/extraction.ts';
import { accept, type Result, refuse } from '../model/outcome-channels.ts';
import type { ArchiveContent } from './archive/open-archive.ts';
import type { FileKind } from './file-kind.ts';
import { type ReadingOptions, usualReading } from './reading-options.ts';
import { needsRecognition } from './recognition-needed.ts';
import { type Sniffed, sniff } from './sniff.ts';

export type { ArchiveContent };

type Reader = (bytes: Uint8Array, options: ReadingOptions) => Promise<Result<Extraction>>;

/** The reader of each kind of file; its folder is loaded only when it is needed. */
const readers: Readonly<Record<FileKind, Reader>> = {
  pdf: async (bytes, { ocr, onPage }) =>
    (await import('./pdf/extract-pdf.ts')).extractPdf(bytes, { ocr, onStep: onPage }),
  image: async (bytes, options) =>
    options.ocr === 'never'
      ? needsRecognition()
      : (await import('./scan/recognize-image-file.ts')).recognizeImageFile(bytes, options),
  html: async (bytes) => (await import('./html/extract-html.ts')).extractHtml(bytes),
  mhtml: async (bytes) => (await import('./html/extract-mhtml.ts')).extractMhtml(bytes),
  docx: async (bytes) => (await import('./docx/extract-docx.ts')).extractDocx(bytes, 'docx'),
  'word-xml': async (bytes) => (await import('./docx/extract-docx.ts')).extractDocx(bytes, 'word-xml'),
  doc: async (bytes) => (await import('./docx/extract-doc.ts')).extractDoc(bytes),
  xlsx: async (bytes) => (await import('./xlsx/extract-workbook.ts')).extractWorkbook(bytes, 'xlsx'),
  xls: async (bytes) => (await import('./xlsx/extract-workbook.ts')).extractWorkbook(bytes, 'xls'),
  'spreadsheet-xml': async (bytes) =>
    (await import('./xlsx/extract-workbook.ts')).extractWorkbook(bytes, 'spreadsheet-xml'),
  zip: async () => notOpened(),
  text: async (bytes) => (await import('./plain/extract-plain.ts')).extractPlain(bytes),
};

/**
 * Turns a file's bytes into text blocks and grids. The format is told from the bytes; `name` is only a label, and a note says
 * when it promises something else. An archive is refused here: its files are taken out with `open`.
 */
export async function extract(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = usualReading,
): Promise<Result<Extraction>> {
  const sniffed = await sniff(bytes, name);
  return sniffed.ok ? extractAs(sniffed.value, bytes, options) : sniffed;
}

/** The same for bytes that were looked at already. */
export async function extractAs(
  { kind, notes }: Sniffed,
  bytes: Uint8Array,
  options: ReadingOptions = usualReading,
): Promise<Result<Extraction>> {
  const read = await readers[kind](bytes, options);
  if (!read.ok || notes.length === 0) return read;
  return accept({ ...read.value, notes: [...notes, ...read.value.notes] });
}

/** What stands in a file: one document, or the files of an archive, each to be extracted for itself. */
export type Opened =
  | { readonly kind: 'document'; readonly extraction: Extraction }
  | { readonly kind: 'archive'; readonly content: ArchiveContent };

/** Extracts a document or opens an archive, whichever the bytes are. */
export async function open(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = usualReading,
): Promise<Result<Opened>> {
  const sniffed = await sniff(bytes, name);
  if (!sniffed.ok) return sniffed;
  if (sniffed.value.kind === 'zip') {
    const content = await (await import('./archive/open-archive.ts')).openArchive(bytes);
    return content.ok ? accept({ kind: 'archive', content: content.value }) : content;
  }
  const extraction = await extractAs(sniffed.value, bytes, options);
  return extraction.ok ? accept({ kind: 'document', extraction: extraction.value }) : extraction;
}

function notOpened<T>(): Result<T> {
  return refuse('archive/not-opened', {
    zh: '这是压缩包；请解压后检查其中的文件',
    en: 'this is an archive; unpack it and check the files inside',
  });
}
