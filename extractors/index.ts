import type { Extraction } from '../model/extraction.ts';
import { type Result, refuse } from '../model/outcome-channels.ts';
import type { Format } from './format.ts';
import { looksLikePdf } from './pdf/looks-like-pdf.ts';
import { looksLikeText } from './plain/looks-like-text.ts';
import { unsupportedFormats } from './unsupported-formats.ts';

/** Asked in order; the first that recognizes the bytes reads them. Folders are loaded only when they are needed. */
const formats: readonly Format[] = [
  {
    mediaType: 'application/pdf',
    recognizes: looksLikePdf,
    extract: async (bytes) => (await import('./pdf/extract-pdf.ts')).extractPdf(bytes),
  },
  ...unsupportedFormats,
  {
    mediaType: 'text/plain',
    recognizes: looksLikeText,
    extract: async (bytes) => (await import('./plain/extract-plain.ts')).extractPlain(bytes),
  },
];

/** Turns a file's bytes into text blocks and grids; the format is told from the bytes, `name` is only a label. */
export async function extract(bytes: Uint8Array, name: string): Promise<Result<Extraction>> {
  if (bytes.length === 0) {
    return refuse('file/empty', { zh: '文件是空的，请重新下载', en: 'the file is empty; download it again' });
  }
  const format = formats.find(({ recognizes }) => recognizes(bytes));
  if (format !== undefined) return format.extract(bytes, name);
  return refuse('file/unsupported', {
    zh: '无法识别的文件格式；请另存为 PDF、Excel、Word 或文本文件后再试',
    en: 'unknown file format; save it as PDF, Excel, Word or text and try again',
  });
}
