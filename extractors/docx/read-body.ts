import type { Block } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { note } from '../../model/outcome-channels.ts';
import { unifyCheckBoxes } from '../check-boxes.ts';
import type { MarkupNode } from '../markup.ts';
import { type PlacedCell, tileGrid } from '../tile-grid.ts';
import type { MergedCell } from './grow-merges.ts';
import { type ParagraphSink, paragraphText } from './paragraph-text.ts';
import { placeTable } from './place-table.ts';
import { contentOf, localName } from './word-markup.ts';

/** Something in reading order: a block, or another file that is embedded there (`altChunk`). */
export type BodyPart = Block | { readonly kind: 'embedded'; readonly element: MarkupNode };

export type ReadBody = { readonly parts: readonly BodyPart[]; readonly notes: readonly Note[] };

/** Reads a document's body: paragraphs as prose, tables as grids; text boxes come after the paragraph they hang on. */
export function readBody(body: MarkupNode): ReadBody {
  const state: State = { parts: [], notes: [], grids: 0, revisions: 0, hidden: 0 };
  readContent(body, state);
  if (state.revisions > 0) state.notes.push(revisionNote(state.revisions));
  if (state.hidden > 0) state.notes.push(hiddenNote(state.hidden));
  return { parts: state.parts, notes: state.notes };
}

type State = {
  readonly parts: BodyPart[];
  readonly notes: Note[];
  grids: number;
  revisions: number;
  hidden: number;
};

function readContent(container: MarkupNode, state: State): void {
  for (const element of contentOf(container)) {
    switch (localName(element)) {
      case 'p':
        readParagraph(element, state);
        break;
      case 'tbl':
        readTable(element, state);
        break;
      case 'altchunk':
        state.parts.push({ kind: 'embedded', element });
        break;
    }
  }
}

function readParagraph(paragraph: MarkupNode, state: State): void {
  const boxes: MarkupNode[] = [];
  const text = tidy(paragraphText(paragraph, sinkFor(state, boxes)));
  if (text !== '') state.parts.push({ kind: 'prose', text, place: {} });
  for (const box of boxes) readContent(box, state);
}

function sinkFor(state: State, boxes: MarkupNode[]): ParagraphSink {
  return {
    onTextBox: (content) => boxes.push(content),
    onRevision: () => {
      state.revisions += 1;
    },
    onHidden: () => {
      state.hidden += 1;
    },
  };
}

function readTable(table: MarkupNode, state: State): void {
  const placed = placeTable(table);
  const [first] = placed.cells;
  state.hidden += placed.leftOutRows;
  if (first && placed.cells.length === 1) {
    readContent(first.content, state);
    return;
  }
  const place = { table: state.grids };
  const inner: MarkupNode[] = [];
  const cells = placed.cells.map((cell) => withText(cell, state, inner));
  const { value: grid, notes } = tileGrid(cells, place);
  state.notes.push(...notes);
  if (placed.cutCells > 0) state.notes.push(cutNote(placed.cutCells, place));
  if (grid.cells.length > 0) {
    state.parts.push({ kind: 'grid', grid });
    state.grids += 1;
  }
  for (const each of inner) readTable(each, state);
}

function withText(cell: MergedCell<MarkupNode>, state: State, inner: MarkupNode[]): PlacedCell {
  const { row, column, rowSpan, columnSpan } = cell;
  return { row, column, rowSpan, columnSpan, text: tidy(cellLines(cell.content, state, inner).join('\n')) };
}

/** A cell's paragraphs; a table inside it is read for itself, unless it only frames one text. */
function cellLines(container: MarkupNode, state: State, inner: MarkupNode[]): readonly string[] {
  return contentOf(container).flatMap((element) => {
    const name = localName(element);
    if (name === 'p') {
      const boxes: MarkupNode[] = [];
      const text = paragraphText(element, sinkFor(state, boxes));
      return [text, ...boxes.flatMap((box) => cellLines(box, state, inner))];
    }
    if (name !== 'tbl') return [];
    const [only, ...others] = placeTable(element).cells;
    if (only && others.length === 0) return cellLines(only.content, state, inner);
    inner.push(element);
    return [];
  });
}

function tidy(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u3000\u200b]+/g, ' ').trim())
    .filter((line) => line !== '');
  return unifyCheckBoxes(lines.join('\n'));
}

function revisionNote(count: number): Note {
  return note('docx/tracked-changes', {
    zh: `文件含 ${count} 处修订，按接受修订后的内容读取`,
    en: `the file has ${count} tracked changes; it was read as if they were accepted`,
  });
}

function hiddenNote(count: number): Note {
  return note('docx/hidden-left-out', {
    zh: `${count} 处隐藏的文字或表格行未读取`,
    en: `${count} hidden texts or table rows were left out`,
  });
}

function cutNote(count: number, place: { readonly table: number }): Note {
  const message = {
    zh: `表格列数过多，${count} 个单元格未读取`,
    en: `the table has too many columns: ${count} cells were not read`,
  };
  return note('grid/too-large', message, place);
}
