import type { Merge } from '../grow-merges.ts';
import type { WordFile } from './open-word-file.ts';
import type { RunLookup } from './property-run.ts';
import { sprmsIn } from './sprms.ts';

/** The cells of one table row: edges from left to right in twips (one more than cells), and their merges. */
export type RowDefinition = {
  readonly edges: readonly number[];
  readonly vertical: readonly Merge[];
  readonly horizontal: readonly Merge[];
};

export type ParagraphProperties = {
  /** Levels of tables around the paragraph; 0 outside tables. */
  readonly depth: number;
  /** The mark at the paragraph's end closes a cell or a whole row, of the innermost table. */
  readonly ends: 'paragraph' | 'inner-cell' | 'row' | 'inner-row';
  readonly row: RowDefinition | undefined;
};

const inTable = 0x2416;
const rowEnd = 0x2417;
const innerCellEnd = 0x244b;
const innerRowEnd = 0x244c;
const tableDepth = 0x6649;
const tableDefinition = 0xd608;
const mergeCells = 0x5624;
const mergeDown = 0xd62b;
/** Lists in the side stream: of a paragraph, of an old one, of a table row. */
const longList = [0x6645, 0x6646, 0x646b];

/** What the properties of the paragraph that ends at `fc` say about tables. */
export function paragraphProperties(file: WordFile, runs: RunLookup, fc: number): ParagraphProperties {
  const run = runs(fc);
  const found: Found = { depth: 0, isInTable: false, ends: 'paragraph', row: undefined };
  if (run) readList(file.main, { at: run.at, size: run.size }, { file, found });
  return {
    depth: found.isInTable ? Math.max(1, found.depth) : found.depth,
    ends: found.ends,
    row: found.row,
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type MutableRow = { edges: number[]; vertical: Merge[]; horizontal: Merge[] };
type Found = Omit<Mutable<ParagraphProperties>, 'row'> & { isInTable: boolean; row: MutableRow | undefined };
type List = { readonly at: number; readonly size: number };
type Context = { readonly file: WordFile; readonly found: Found; readonly isLong?: true };

function readList(view: DataView, list: List, context: Context): void {
  const { found } = context;
  for (const { code, at, size } of sprmsIn(view, list.at, list.size)) {
    if (code === inTable) found.isInTable = view.getUint8(at) !== 0;
    else if (code === tableDepth) found.depth = Math.min(view.getUint32(at, true), 100);
    else if (code === rowEnd && view.getUint8(at) !== 0) found.ends = 'row';
    else if (code === innerCellEnd && view.getUint8(at) !== 0) found.ends = 'inner-cell';
    else if (code === innerRowEnd && view.getUint8(at) !== 0) found.ends = 'inner-row';
    else if (code === tableDefinition) found.row = readRow(view, at, size);
    else if (code === mergeCells) applyMerge(found.row, view.getUint8(at), view.getUint8(at + 1));
    else if (code === mergeDown && size >= 2 && found.row) {
      found.row.vertical[view.getUint8(at)] = mergeOf(view.getUint8(at + 1));
    } else if (longList.includes(code) && !context.isLong) readLong(view.getUint32(at, true), context);
  }
}

/** A property list that is too long for its page lies in the side stream (MS-DOC 2.9.210 PrcData). */
function readLong(at: number, context: Context): void {
  const { side } = context.file;
  if (!side || at + 2 > side.byteLength) return;
  readList(side, { at: at + 2, size: side.getUint16(at, true) }, { ...context, isLong: true });
}

/** MS-DOC 2.9.325: number of cells, their edges, then 20 bytes a cell that begin with the merge flags. */
function readRow(view: DataView, at: number, size: number): MutableRow | undefined {
  const count = size > 0 ? view.getUint8(at) : 0;
  if (count === 0 || 1 + 2 * (count + 1) > size) return undefined;
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(at + 1 + 2 * index, true));
  const cells = at + 1 + 2 * (count + 1);
  const flags = Array.from({ length: count }, (_, index) => {
    const cell = cells + 20 * index;
    return cell + 2 <= at + size ? view.getUint16(cell, true) : 0;
  });
  return {
    edges,
    vertical: flags.map((each) => mergeOf((each >> 5) & 3)),
    horizontal: flags.map((each) => ((each & 3) === 0 ? 'none' : (each & 3) === 1 ? 'continued' : 'first')),
  };
}

/** 1 continues the cell above, 3 begins a merged cell (MS-DOC 2.9.326). */
const mergeOf = (flags: number): Merge => (flags === 1 ? 'continued' : flags >= 2 ? 'first' : 'none');

function applyMerge(row: MutableRow | undefined, first: number, limit: number): void {
  for (let index = first; row && index < limit && index < row.horizontal.length; index += 1) {
    row.horizontal[index] = index === first ? 'first' : 'continued';
  }
}
