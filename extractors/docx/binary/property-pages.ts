import type { Extent, WordFile } from './open-word-file.ts';
import type { PropertyRun, RunLookup } from './property-run.ts';

/** Bytes of a formatted disk page (MS-DOC 2.9.33, 2.9.175). */
const pageSize = 512;

/** Which pages are meant: of paragraphs (entries of 13 bytes) or of characters (1 byte). */
export type PageKind = 'paragraphs' | 'characters';

/** Reads all property runs of a kind, and finds the one that holds at a place of the file. */
export function readRuns(file: WordFile, kind: PageKind): RunLookup {
  const extent = kind === 'paragraphs' ? file.paragraphs : file.characters;
  const pages = [...new Set(pagesOf(file.table, extent))];
  const runs = pages.flatMap((page) => runsOf(file.main, page * pageSize, kind));
  runs.sort((left, right) => left.fcStart - right.fcStart);
  return (fc) => find(runs, fc);
}

function pagesOf(table: DataView, extent: Extent): readonly number[] {
  const count = Math.max(0, Math.floor((extent.size - 4) / 8));
  const first = extent.at + (count + 1) * 4;
  // the top bits of a page number are not part of it (MS-DOC 2.9.206)
  return Array.from({ length: count }, (_, index) => table.getUint32(first + index * 4, true) & 0x3fffff);
}

function runsOf(main: DataView, page: number, kind: PageKind): readonly PropertyRun[] {
  if (page + pageSize > main.byteLength) return [];
  const count = main.getUint8(page + pageSize - 1);
  const entrySize = kind === 'paragraphs' ? 13 : 1;
  if (4 * (count + 1) + entrySize * count >= pageSize) return [];
  return Array.from({ length: count }, (_, index) => {
    const fcStart = main.getUint32(page + index * 4, true);
    const fcEnd = main.getUint32(page + index * 4 + 4, true);
    const offset = main.getUint8(page + (count + 1) * 4 + index * entrySize) * 2;
    const list = offset === 0 ? undefined : listAt(main, page + offset, kind);
    return { fcStart, fcEnd, at: list?.at ?? 0, size: list?.size ?? 0 };
  });
}

/** A paragraph's list begins with the number of its style, which says nothing about tables. */
function listAt(main: DataView, at: number, kind: PageKind): Extent {
  const size = main.getUint8(at);
  if (kind === 'characters') return { at: at + 1, size };
  if (size === 0) return { at: at + 4, size: Math.max(0, main.getUint8(at + 1) * 2 - 2) };
  return { at: at + 3, size: Math.max(0, size * 2 - 3) };
}

function find(runs: readonly PropertyRun[], fc: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (fc < run.fcStart) high = middle - 1;
    else if (fc >= run.fcEnd) low = middle + 1;
    else return run;
  }
  return undefined;
}
