import type { Block } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { note, type Reading } from '../../model/outcome-channels.ts';
import { readAlignedRun } from './aligned-rows.ts';
import { cutRows } from './cut-rows.ts';
import { endOfHtmlRun, readHtmlRun } from './html-run.ts';
import { limits } from './limits.ts';
import type { Line } from './lines.ts';
import { readMarkdownRun } from './markdown-rows.ts';
import { readProse } from './prose.ts';
import { type FieldRow, raggedGrid } from './ragged-grid.ts';
import type { Run } from './run.ts';
import { readTabRun } from './tab-rows.ts';

/** Asked in order at each line that does not open an HTML table; the first that finds a run takes it. */
const runReaders: readonly ((lines: readonly Line[], start: number) => Run | undefined)[] = [
  readTabRun,
  readMarkdownRun,
  readAlignedRun,
];

/** What has been read so far: how many grids, how many cells. */
type Counts = { readonly grids: number; readonly cells: number };
type Piece = Reading<readonly Block[]> & { readonly end: number };

/** Splits a text into prose lines and tables, in reading order. */
export async function readBlocks(lines: readonly Line[]): Promise<Reading<readonly Block[]>> {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let counts: Counts = { grids: 0, cells: 0 };
  for (let index = 0; index < lines.length; ) {
    if (counts.cells >= limits.cells) {
      const lost = lines.slice(index).filter(({ text }) => text.trim() !== '').length;
      if (lost > 0) notes.push(cellsCut(lost));
      break;
    }
    const endOfHtml = endOfHtmlRun(lines, index);
    const piece =
      endOfHtml === undefined
        ? readRun(lines, index, counts)
        : { ...(await readHtmlRun(lines.slice(index, endOfHtml), counts.grids)), end: endOfHtml };
    for (const block of piece.value) {
      blocks.push(block);
      if (block.kind === 'grid')
        counts = { grids: counts.grids + 1, cells: counts.cells + block.grid.cells.length };
    }
    notes.push(...piece.notes);
    index = piece.end;
  }
  return { value: blocks, notes };
}

function readRun(lines: readonly Line[], start: number, counts: Counts): Piece {
  for (const reader of runReaders) {
    const run = reader(lines, start);
    if (run === undefined) continue;
    if (run.rows.length === 0) return { ...prose(lines.slice(start, run.end)), end: run.end };
    return { ...gridOf(run.rows, counts), end: run.end };
  }
  return { ...prose(lines.slice(start, start + 1)), end: start + 1 };
}

/** The grid of such rows as a block, within what is left of the limits. */
export function gridOf(rows: readonly FieldRow[], counts: Counts): Reading<readonly Block[]> {
  const cut = cutRows(rows, limits.cells - counts.cells);
  const grid = raggedGrid(cut.value, counts.grids);
  return { value: grid === undefined ? [] : [{ kind: 'grid', grid }], notes: cut.notes };
}

function prose(lines: readonly Line[]): Reading<readonly Block[]> {
  return { value: lines.flatMap((line) => readProse(line)), notes: [] };
}

function cellsCut(lost: number): Note {
  return note('text/table-cut', {
    zh: `文件中的单元格超过 ${limits.cells} 个，最后 ${lost} 行没有读取`,
    en: `the file has more than ${limits.cells} cells; its last ${lost} lines were not read`,
  });
}
