import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Language } from '../../model/localized.ts';
import type { Store } from '../../store/open-store.ts';
import { originalHeaders } from '../http/security-headers.ts';
import { type ExportFormat, formatTraits } from './formats.ts';
import { type Selection, selectDocuments } from './selection.ts';
import { writeExport } from './write-export.ts';

export type ExportOrder = {
  readonly selection: Selection;
  readonly format: ExportFormat;
  readonly language: Language;
  /** Of a formal report. */
  readonly number?: string;
};

/** The file as a download; `undefined` where more documents are selected than the format takes. */
export async function answerExport(
  c: Context,
  store: Store,
  { selection, format, language, number }: ExportOrder,
): Promise<Response | undefined> {
  const { mediaType, fileName, most } = formatTraits[format];
  const sha256s = await selectDocuments(store, selection, most);
  if (sha256s.length > most) return undefined;
  const written = await writeExport(store, {
    sha256s,
    format,
    language,
    ...(number === undefined ? {} : { number }),
  });
  const stream = createReadStream(written.file);
  stream.once('close', () => void written.remove());
  return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>, 200, {
    ...originalHeaders(`fuhe-${fileName}`),
    'Content-Type': mediaType,
    'Content-Length': String(written.size),
    'Cache-Control': 'no-store',
  });
}
