import { isFormat, readDocuments } from './documents.ts';
import { libraryOf, type Parse } from './libraries.ts';
import type { Measured } from './measured.ts';

/**
 * Measures one thing in a process of its own, for its memory's sake. Called as `run-passes.ts WORK FORMAT FOLDER` by the
 * speed bench; `check` is the whole way of a document, `extract` its reader alone, `library` the format's library alone.
 */
async function main([work = '', format = '', folder = '']: readonly string[]): Promise<Measured> {
  if (!isFormat(format)) throw new Error(`no format ${format}`);
  const documents = readDocuments(folder);
  const pages = work === 'check' ? await countPages(documents) : 0;
  const run = work === 'library' ? await libraryOf(format) : await ourWork(work);
  const onePass = async (): Promise<number> => {
    const start = process.cpuUsage();
    for (const bytes of documents) await run(bytes);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  // The compiler of node needs some passes before the times settle.
  for (let spent = 0; spent < 0.8; ) spent += await onePass();
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0, spent = 0; pass < 2 || spent < 0.8; pass += 1) {
    const seconds = await onePass();
    best = Math.min(best, seconds);
    spent += seconds;
  }
  return {
    documents: documents.length,
    pages,
    seconds: best,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function ourWork(work: string): Promise<Parse> {
  if (work === 'extract') {
    const { extract } = await import('../../extractors/index.ts');
    return async (bytes) => {
      if (!(await extract(bytes, 'document')).ok) throw new Error('a document was not read');
    };
  }
  const { checkDocument } = await import('../../pipeline/check.ts');
  return async (bytes) => {
    const { status } = await checkDocument({ file: 'document', bytes, language: 'zh' });
    if (status === 'unreadable') throw new Error('a document was not read');
  };
}

async function countPages(documents: readonly Uint8Array[]): Promise<number> {
  const { extract } = await import('../../extractors/index.ts');
  let pages = 0;
  for (const bytes of documents) {
    const read = await extract(bytes, 'document');
    pages += read.ok ? read.value.pages.length : 0;
  }
  return pages;
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
