import type { Block, Cell, Grid } from '../../../model/extraction.ts';
import type { CheckRecord, RecordedDocument } from '../../../model/record.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { ReviewWords } from '../../words/words.ts';
import { cellKey, type SourceMarks } from './source-marks.ts';

/** Cells shown of one file at most: more make a browser slow, and the original can be had. */
const mostCells = 20_000;

/** A cell's text is shown up to this many characters. */
const longestText = 2000;

/** The documents as read: our own tables, no markup of theirs. */
export function gridView(
  { documents }: CheckRecord,
  marks: readonly SourceMarks[],
  words: ReviewWords,
): Markup {
  let left = mostCells;
  const parts = documents.map((document, index) => {
    const blocks = document.extraction.blocks.map((block) => {
      if (left <= 0) return undefined;
      left -= block.kind === 'grid' ? block.grid.cells.length : 1;
      return blockView(block, marks[index], words);
    });
    return html`${memberHeading(document, words)}${blocks}`;
  });
  const cut = left <= 0 ? html`<p class="note">${words.document.cut(String(mostCells))}</p>` : undefined;
  return html`<div class="grids" tabindex="0" role="region" aria-label="${words.document.asRead}">${parts}${cut}</div>`;
}

function memberHeading({ member }: RecordedDocument, words: ReviewWords): Markup | undefined {
  return member === undefined
    ? undefined
    : html`<h2>${words.document.member} ${visibleLine(member.name)}</h2>`;
}

function blockView(block: Block, marks: SourceMarks | undefined, words: ReviewWords): Markup {
  if (block.kind === 'prose') return html`<p class="prose">${shorten(block.text)}</p>`;
  return html`${whereOf(block.grid, words)}<table class="grid"><tbody>${linesOf(block.grid).map((line) => lineView(line, { grid: block.grid, marks, words }))}</tbody></table>`;
}

function whereOf({ place }: Grid, words: ReviewWords): Markup | undefined {
  const where = [
    place.sheet === undefined ? '' : visibleLine(place.sheet),
    place.page === undefined ? '' : words.document.page(String(place.page)),
    place.line === undefined ? '' : words.document.line(String(place.line)),
  ].filter(Boolean);
  return where.length === 0 ? undefined : html`<p class="where">${where.join(' · ')}</p>`;
}

type GridLine = { readonly row: number; readonly cells: readonly Cell[] };

/** The cells by the row in which they begin; every row is there, so that spans reach what they should. */
function linesOf({ rowCount, cells }: Grid): readonly GridLine[] {
  const byRow = Map.groupBy(cells, ({ row }) => row);
  return Array.from({ length: rowCount }, (_, row) => ({ row, cells: byRow.get(row) ?? [] }));
}

type LineContext = {
  readonly grid: Grid;
  readonly marks: SourceMarks | undefined;
  readonly words: ReviewWords;
};

function lineView({ row, cells }: GridLine, { grid, marks, words }: LineContext): Markup {
  const key = marks?.lines.get(`${grid.place.table ?? cells[0]?.place.table ?? 0}:${row}`);
  let column = 0;
  const shown = cells.map((cell) => {
    // What a ragged grid leaves out between its cells was empty there.
    const gap = grid.arrangement === 'ragged' ? cell.column - column : 0;
    column = cell.column + cell.columnSpan;
    return html`${gap > 0 ? html`<td colspan="${gap}"></td>` : undefined}${cellView(cell, marks, words)}`;
  });
  return html`<tr${key === undefined ? undefined : html` data-line="${key}"`}>${shown}</tr>`;
}

function cellView(cell: Cell, marks: SourceMarks | undefined, words: ReviewWords): Markup {
  const { rowSpan, columnSpan, text, doubt, place } = cell;
  const key = cellKey(place);
  const mark = key === undefined ? undefined : marks?.cells.get(key);
  const classes = [
    key !== undefined && marks?.findings.has(key) ? 'has-finding' : '',
    doubt === undefined ? '' : 'is-doubtful',
  ].filter(Boolean);
  const marked = mark === undefined ? undefined : html` data-row="${mark.row}" data-field="${mark.field}"`;
  const doubtful =
    doubt === undefined ? undefined : html` title="${words.document.doubtful}${doubt.readings.join(' / ')}"`;
  return html`<td${span('rowspan', rowSpan)}${span('colspan', columnSpan)} class="${classes.join(' ')}"${marked}${doubtful}>${shorten(text)}</td>`;
}

function span(name: 'rowspan' | 'colspan', count: number): Markup | undefined {
  if (count === 1) return undefined;
  const most = Math.min(count, 1000);
  return name === 'rowspan' ? html` rowspan="${most}"` : html` colspan="${most}"`;
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
