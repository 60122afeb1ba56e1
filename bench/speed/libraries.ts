import type { Format } from './documents.ts';

/** Does with a document no more than the format's library does by itself: parse it. */
export type Parse = (bytes: Uint8Array) => Promise<void>;

/** What stands against the whole check, in words. */
export const libraryNames: Readonly<Record<Format, string>> = {
  text: 'decode, split at tabs',
  html: 'cheerio.load',
  docx: 'yauzl + cheerio.load',
  doc: 'open the container (CFB)',
  xlsx: '@e965/xlsx read',
  xls: '@e965/xlsx read',
  pdf: 'PDFium text extraction',
  'printed-pdf': 'PDFium text extraction',
};

/** The library of a format, loaded only when asked for: its memory is measured. */
export async function libraryOf(format: Format): Promise<Parse> {
  switch (format) {
    case 'text':
      return async (bytes) => keep(new TextDecoder().decode(bytes).split(/[\n\t]/).length);
    case 'html': {
      const { load } = await import('cheerio');
      return async (bytes) => keep(load(new TextDecoder().decode(bytes))('td').length);
    }
    case 'docx':
      return wordParser();
    case 'doc': {
      const { CFB } = await import('@e965/xlsx');
      return async (bytes) => keep(CFB.read(Buffer.from(bytes), { type: 'buffer' }).FileIndex.length);
    }
    case 'xlsx':
    case 'xls': {
      const { read } = await import('@e965/xlsx');
      return async (bytes) => keep(read(bytes).SheetNames.length);
    }
    case 'pdf':
    case 'printed-pdf':
      return pdfParser();
  }
}

/** Fails when nothing came of the work, so that none of it can be left out. */
function keep(count: number): void {
  if (count === 0) throw new Error('nothing was read');
}

async function wordParser(): Promise<Parse> {
  const [{ load }, { fromBufferPromise }] = await Promise.all([import('cheerio'), import('yauzl')]);
  return async (bytes) => {
    const zip = await fromBufferPromise(Buffer.from(bytes), {
      decodeStrings: false,
      validateEntrySizes: false,
    });
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.toString() !== 'word/document.xml') continue;
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(Buffer.from(part));
      keep(load(Buffer.concat(parts).toString('utf8'), { xml: true })('w\\:tc').length);
    }
  };
}

async function pdfParser(): Promise<Parse> {
  const { loadPdfium } = await import('../../extractors/pdf/pdfium/library.ts');
  const { call, bytes: memory } = await loadPdfium();
  return async (bytes) => {
    const address = call.malloc(bytes.length);
    memory().set(bytes, address);
    const document = call.FPDF_LoadMemDocument(address, bytes.length, 0);
    let characters = 0;
    for (let number = 0; number < call.FPDF_GetPageCount(document); number += 1) {
      const page = call.FPDF_LoadPage(document, number);
      const text = call.FPDFText_LoadPage(page);
      const count = call.FPDFText_CountChars(text);
      for (let index = 0; index < count; index += 1)
        if (call.FPDFText_GetUnicode(text, index) > 32) characters += 1;
      call.FPDFText_ClosePage(text);
      call.FPDF_ClosePage(page);
    }
    call.FPDF_CloseDocument(document);
    call.free(address);
    keep(characters);
  };
}
