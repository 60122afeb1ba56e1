import type { Block } from '../../model/extraction.ts';
import type { Note } from '../../model/note.ts';
import { note } from '../../model/outcome-channels.ts';
import { descendantNamed, isElement, type MarkupNode } from '../markup.ts';
import { tileGrid } from '../tile-grid.ts';
import { blockElements, collectText, tidyText } from './inline-text.ts';
import { isLayout, readTable, tableContent } from './read-table.ts';
import { isFurniture, isUnseen, visibilityOf } from './visibility.ts';

/** What becomes of parts that the page hides. */
export type HiddenPolicy = 'skip' | 'read';

/** A page's blocks in reading order, and how many parts were passed over. */
export type Flow = {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly hiddenParts: number;
};

/** Reads everything below `root` in document order: paragraphs as prose, tables as grids; layout tables are unwrapped. */
export function readFlow(root: MarkupNode, policy: HiddenPolicy): Flow {
  const state: State = { policy, blocks: [], notes: [], pending: [], hiddenParts: 0, furniture: 0, grids: 0 };
  walk(root, state);
  flush(state);
  if (state.furniture > 0) state.notes.push(furnitureNote(state.furniture));
  return { blocks: state.blocks, notes: state.notes, hiddenParts: state.hiddenParts };
}

type State = {
  readonly policy: HiddenPolicy;
  readonly blocks: Block[];
  readonly notes: Note[];
  pending: string[];
  hiddenParts: number;
  furniture: number;
  grids: number;
};

function walk(node: MarkupNode, state: State): void {
  if (!isElement(node)) {
    if (node.type === 'text') state.pending.push(node.data ?? '');
    else for (const child of node.children ?? []) walk(child, state);
    return;
  }
  if (isUnseen(node)) return;
  if (visibilityOf(node) !== 'shown' && onHidden(node, state) === 'skip') return;
  if (isFurniture(node)) {
    state.furniture += 1;
    return;
  }
  if (node.name === 'table') {
    flush(state);
    walkTable(node, state);
  } else if (holdsBlocks(node)) {
    if (blockElements.has(node.name ?? '')) flush(state);
    for (const child of node.children ?? []) walk(child, state);
    if (blockElements.has(node.name ?? '')) flush(state);
  } else {
    readInline(node, state);
  }
}

/** Elements without a table or a paragraph inside are text as a whole (so that a font or `pre` holds for it). */
function holdsBlocks(node: MarkupNode): boolean {
  const waiting = [...(node.children ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (blockElements.has(next.name ?? '')) return true;
    waiting.push(...(next.children ?? []));
  }
  return false;
}

function readInline(node: MarkupNode, state: State): void {
  const isBlock = blockElements.has(node.name ?? '');
  if (isBlock) flush(state);
  const visitor = { onTable: () => 'inline' as const, onHidden: (part: MarkupNode) => onHidden(part, state) };
  collectText(node, visitor, (text) => state.pending.push(text));
  if (isBlock) flush(state);
}

function walkTable(table: MarkupNode, state: State): void {
  const before = state.hiddenParts;
  const hidden = { onHidden: (part: MarkupNode) => onHidden(part, state) };
  const content = tableContent(table, hidden);
  const read = readTable(content, hidden);
  if (isLayout(read)) {
    state.hiddenParts = before;
    for (const part of [...content.captions, ...content.groups.flat(2)]) {
      flush(state);
      for (const child of part.children ?? []) walk(child, state);
    }
    flush(state);
    return;
  }
  for (const caption of content.captions) {
    readInline(caption, state);
    flush(state);
  }
  const place = { table: state.grids };
  const { value: grid, notes } = tileGrid(read.formed.cells, place);
  state.notes.push(...notes);
  if (read.formed.cutRows > 0) state.notes.push(cutNote(read.formed.cutRows, place));
  if (grid.cells.length > 0) {
    state.blocks.push({ kind: 'grid', grid });
    state.grids += 1;
  }
  for (const inner of read.inner) walkTable(inner, state);
}

/** Where hidden parts are read, those that hold a table are; hidden rows, cells and words never are. */
function onHidden(part: MarkupNode, state: State): HiddenPolicy {
  state.hiddenParts += 1;
  return descendantNamed(part, 'table') === undefined ? 'skip' : state.policy;
}

function flush(state: State): void {
  const text = tidyText(state.pending.join(''));
  state.pending = [];
  if (text !== '') state.blocks.push({ kind: 'prose', text, place: {} });
}

function furnitureNote(count: number): Note {
  return note('html/furniture-left-out', {
    zh: `页面的导航、页脚等 ${count} 处未读取`,
    en: `${count} parts of the page such as navigation and footers were not read`,
  });
}

function cutNote(rows: number, place: { readonly table: number }): Note {
  const message = {
    zh: `${rows} 行的列数过多，超出部分未读取`,
    en: `${rows} rows have too many columns and were cut off`,
  };
  return note('html/columns-cut', message, place);
}
