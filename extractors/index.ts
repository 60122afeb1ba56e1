import type { Extraction } from '../model/extraction.ts';
import { accept, type Result, refuse } from '../model/outcome-channels.ts';
import type { ArchiveContent } from './archive/open-archive.ts';
import type { FileKind } from './file-kind.ts';
import { sniff } from './sniff.ts';

export type { ArchiveContent };

type Reader = (bytes: Uint8Array) => Promise<Result<Extraction>>;

/** The reader of each kind of file; its folder is loaded only when it is needed. */
const readers: Readonly<Record<FileKind, Reader>> = {
  pdf: readPdf,
  image: async (bytes) => (await import('./scan/recognize-image-file.ts')).recognizeImageFile(bytes),
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
 * when it promises something else. An archive is refused here: its files are taken out with `openIfArchive`.
 */
export async function extract(bytes: Uint8Array, name: string): Promise<Result<Extraction>> {
  const sniffed = await sniff(bytes, name);
  if (!sniffed.ok) return sniffed;
  const read = await readers[sniffed.value.kind](bytes);
  if (!read.ok || sniffed.value.notes.length === 0) return read;
  return accept({ ...read.value, notes: [...sniffed.value.notes, ...read.value.notes] });
}

/** The files in an archive, each to be extracted for itself; `undefined` where the bytes are no archive. */
export async function openIfArchive(bytes: Uint8Array): Promise<Result<ArchiveContent> | undefined> {
  const sniffed = await sniff(bytes, '');
  if (!sniffed.ok || sniffed.value.kind !== 'zip') return undefined;
  return (await import('./archive/open-archive.ts')).openArchive(bytes);
}

/** Pages without usable text are read from their picture. */
async function readPdf(bytes: Uint8Array): Promise<Result<Extraction>> {
  const { extractPdf } = await import('./pdf/extract-pdf.ts');
  const { createPageReader } = await import('./scan/page-recognition.ts');
  const pages = createPageReader();
  try {
    return await extractPdf(bytes, { recognition: pages.read });
  } finally {
    await pages.close();
  }
}

function notOpened<T>(): Result<T> {
  return refuse('archive/not-opened', {
    zh: '这是压缩包；请解压后检查其中的文件',
    en: 'this is an archive; unpack it and check the files inside',
  });
}
