import type { Block, Grid } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { note, type Reading } from '../../model/outcome-channels.ts';
import { cleanText } from './clean-text.ts';
import { cutDepth } from './html-depth.ts';
import type { HtmlCell, HtmlPart } from './html-tables.ts';
import { limits } from './limits.ts';
import type { Line } from './lines.ts';
import { placeOf } from './ragged-grid.ts';
import type { PlacedCell, Tiling } from './tile-cells.ts';

const opensTable = /<table(?=[\s>/]|$)/i;
const tableTags = /<\/?table(?=[\s>/]|$)/gi;

/**
 * Where a run of lines that begins with one that opens an HTML table ends: behind the line in which the last open table closes.
 * Undefined where no table opens.
 */
export function endOfHtmlRun(lines: readonly Line[], start: number): number | undefined {
  if (!opensTable.test(lines[start]?.text ?? '')) return undefined;
  let open = 0;
  for (let index = start; index < lines.length; index += 1) {
    for (const [found] of (lines[index]?.text ?? '').matchAll(tableTags)) open += found[1] === '/' ? -1 : 1;
    if (open <= 0) return index + 1;
  }
  return lines.length;
}

/** The blocks of such a run; `table` is the number of its first grid. */
export async function readHtmlRun(run: readonly Line[], table: number): Promise<Reading<readonly Block[]>> {
  const { readHtmlTables } = await import('./html-tables.ts');
  const whole = run.map(({ text }) => text).join('\n');
  const html = cutDepth(whole);
  const lineAt = lineFinder(run);
  const blocks: Block[] = [];
  const notes: Note[] = html === whole ? [] : [depthNote(whole.length - html.length, lineAt(html.length))];
  let number = table;
  for (const part of readHtmlTables(html)) {
    const block = readPart(part, { lineAt, number });
    if (block?.kind === 'grid') number += 1;
    if (block !== undefined) blocks.push(...splitProse(block));
    if (part.kind === 'table') notes.push(...lossNotes(part.tiling, lineAt(part.offset)));
  }
  return { value: blocks, notes };
}

type Position = { readonly lineAt: (offset: number) => Line; readonly number: number };

function readPart(part: HtmlPart, { lineAt, number }: Position): Block | undefined {
  const place = placeOf(lineAt(part.offset));
  if (part.kind === 'prose') return { kind: 'prose', text: cleanText(part.text), place };
  const { tiling } = part;
  if (!tiling.cells.some(({ content }) => content !== undefined && content.text !== '')) return undefined;
  const readCell = ({ content, ...cell }: PlacedCell<HtmlCell>): Grid['cells'][number] => ({
    ...cell,
    text: content === undefined ? '' : cleanText(content.text),
    place: {
      ...(content === undefined ? place : placeOf(lineAt(content.offset))),
      table: number,
      row: cell.row,
      column: cell.column,
    },
  });
  const { rowCount, columnCount } = tiling;
  const cells = tiling.cells.map(readCell);
  return {
    kind: 'grid',
    grid: { arrangement: 'drawn', rowCount, columnCount, cells, place: { ...place, table: number } },
  };
}

/** Prose comes line by line. */
function splitProse(block: Block): readonly Block[] {
  if (block.kind === 'grid') return [block];
  return block.text
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => ({ ...block, text }));
}

function depthNote(lost: number, line: Line): Note {
  const message = {
    zh: `HTML 嵌套超过 ${limits.depth} 层，后面的 ${lost} 个字符没有读取`,
    en: `the HTML is nested deeper than ${limits.depth} levels; the ${lost} characters behind were not read`,
  };
  return note('text/too-deep', message, placeOf(line));
}

function lossNotes(tiling: Tiling<HtmlCell>, line: Line): readonly Note[] {
  if (tiling.lostRows === 0 && tiling.lostColumns === 0) return [];
  const message = {
    zh: `表格过大，有 ${tiling.lostRows} 行、${tiling.lostColumns} 列没有读取`,
    en: `the table is too large; ${tiling.lostRows} rows and ${tiling.lostColumns} columns were not read`,
  };
  return [note('text/table-cut', message, placeOf(line))];
}

/** Finds the line of an offset in the joined lines. */
function lineFinder(run: readonly Line[]): (offset: number) => Line {
  const starts: number[] = [];
  let start = 0;
  for (const { text } of run) {
    starts.push(start);
    start += text.length + 1;
  }
  return (offset) => {
    let [low, high] = [0, run.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return run[low] ?? { text: '', number: 1 };
  };
}
