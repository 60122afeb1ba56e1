import type { Block } from '../../../model/extraction.ts';
import type { Note } from '../../../model/note.ts';
import { note } from '../../../model/outcome-channels.ts';
import { unifyCheckBoxes } from '../../check-boxes.ts';
import { tileGrid } from '../../tile-grid.ts';
import { type DocRow, placeDocTable } from './doc-tables.ts';
import type { WordParagraph } from './read-paragraphs.ts';

export type DocBlocks = { readonly blocks: readonly Block[]; readonly notes: readonly Note[] };

/** A table being read; tables inside its cells wait until it ends. */
type Level = {
  readonly rows: DocRow[];
  readonly inner: (readonly DocRow[])[];
  cells: string[];
  lines: string[];
};

/** Makes prose and grids of paragraphs; each paragraph says in how many tables it stands and whether it closes a cell. */
export function docBlocks(paragraphs: Iterable<WordParagraph>): DocBlocks {
  const blocks: Block[] = [];
  const notes: Note[] = [];
  const levels: Level[] = [];
  let grids = 0;
  const emit = (rows: readonly DocRow[]): void => {
    const made = makeTable(rows, grids);
    blocks.push(...made.blocks);
    notes.push(...made.notes);
    grids += made.blocks.filter((block) => block.kind === 'grid').length;
  };
  const closeTo = (depth: number): void => {
    while (levels.length > depth) {
      const level = levels.pop();
      if (!level) return;
      if (level.cells.length > 0 || level.lines.length > 0) closeRow(level, undefined);
      const outer = levels.at(-1);
      if (outer) outer.inner.push(level.rows, ...level.inner);
      else for (const rows of [level.rows, ...level.inner]) emit(rows);
    }
  };
  for (const paragraph of paragraphs) {
    closeTo(paragraph.depth);
    while (levels.length < paragraph.depth) levels.push({ rows: [], inner: [], cells: [], lines: [] });
    const level = levels.at(-1);
    if (level) addToTable(level, paragraph);
    else {
      const text = tidy(paragraph.text);
      if (text !== '') blocks.push({ kind: 'prose', text, place: {} });
    }
  }
  closeTo(0);
  return { blocks, notes };
}

function addToTable(level: Level, paragraph: WordParagraph): void {
  if (paragraph.ends === 'row' || paragraph.ends === 'inner-row') {
    closeRow(level, paragraph);
    return;
  }
  level.lines.push(paragraph.text);
  if (paragraph.mark === 'cell' || paragraph.ends === 'inner-cell') closeCell(level);
}

function closeCell(level: Level): void {
  level.cells.push(tidy(level.lines.join('\n')));
  level.lines = [];
}

function closeRow(level: Level, end: WordParagraph | undefined): void {
  if (level.lines.some((line) => line.trim() !== '')) closeCell(level);
  level.rows.push({ texts: level.cells, definition: end?.row });
  level.cells = [];
  level.lines = [];
}

function makeTable(rows: readonly DocRow[], number: number): DocBlocks {
  const placed = placeDocTable(rows);
  const [only, ...others] = placed.cells;
  if (only === undefined) return { blocks: [], notes: [] };
  if (others.length === 0) {
    const texts = only.text.split('\n').filter((line) => line !== '');
    return { blocks: texts.map((text) => ({ kind: 'prose', text, place: {} })), notes: [] };
  }
  const place = { table: number };
  const { value: grid, notes } = tileGrid(placed.cells, place);
  const guessed = placed.guessedRows > 0 ? [guessedNote(placed.guessedRows, place)] : [];
  return { blocks: [{ kind: 'grid', grid }], notes: [...guessed, ...notes] };
}

function tidy(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u3000\u200b]+/g, ' ').trim())
    .filter((line) => line !== '');
  return unifyCheckBoxes(lines.join('\n'));
}

function guessedNote(count: number, place: { readonly table: number }): Note {
  const message = {
    zh: `${count} 行没有可用的列定义，按先后次序排列`,
    en: `${count} rows have no usable definition of columns; their cells were put in order`,
  };
  return note('doc/columns-guessed', message, place);
}
