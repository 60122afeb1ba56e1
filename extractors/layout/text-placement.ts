import type { TextLine } from './text-lines.ts';

/** Where the texts of a table's cells stand: their distance from one side of the cell, or from its middle, in text sizes. */
export type Alignment = { readonly from: 'top' | 'middle' | 'bottom'; readonly distance: number };

/** The upper and lower end of a cell or of a part of it, in points. */
export type Room = { readonly top: number; readonly bottom: number };

/** A cell's room with its lines of text, at least one. */
export type FilledRoom = { readonly room: Room; readonly lines: readonly TextLine[] };

type Fit = Alignment & { readonly share: number };

/** Cells that must agree before they tell how a column is set. */
const fewestCells = 3;

/** Text sizes by which texts that are set alike may stray: a line's leading is put above it, below it or on both sides. */
const stray = 0.2;

/** Text sizes of blank that a cell must have, or it looks the same however it is set. */
const leastBlank = 0.6;

const froms = ['middle', 'top', 'bottom'] as const;

function distance({ room, lines }: FilledRoom, from: Alignment['from']): number {
  const first = lines[0];
  const size = first?.size || 1;
  const top = ((first?.box[1] ?? 0) - room.top) / size;
  const bottom = (room.bottom - (lines.at(-1)?.box[3] ?? 0)) / size;
  if (from === 'top') return top;
  return from === 'bottom' ? bottom : (top - bottom) / 2;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** How well the cells fit each way to set them; empty where too few tell. */
function fitsOf(cells: readonly FilledRoom[]): readonly Fit[] {
  const telling = cells.filter((cell) => distance(cell, 'top') + distance(cell, 'bottom') > leastBlank);
  if (telling.length < fewestCells) return [];
  return froms
    .map((from) => {
      const distances = telling.map((cell) => distance(cell, from));
      const usual = median(distances);
      const agreeing = distances.filter((one) => Math.abs(one - usual) <= stray).length;
      return { from, distance: usual, share: agreeing / telling.length };
    })
    .filter(({ share }) => share > 0.5);
}

/**
 * How the texts of one column are set, told by most of its cells. Rows of one height look the same however they are set:
 * then the whole table decides, and the middle where nothing does.
 */
export function alignmentOf(column: readonly FilledRoom[], table: readonly FilledRoom[]): Alignment {
  const whole = fitsOf(table);
  const shareInTable = ({ from }: Fit): number => whole.find((fit) => fit.from === from)?.share ?? 0;
  const best = (fits: readonly Fit[]): Fit | undefined =>
    fits.toSorted((a, b) => b.share - a.share || shareInTable(b) - shareInTable(a))[0];
  return best(fitsOf(column)) ?? best(whole) ?? { from: 'middle', distance: 0 };
}

/** How far a cell's text stands from where its like stands, in text sizes. */
export const misplacement = (cell: FilledRoom, { from, distance: usual }: Alignment): number =>
  Math.abs(distance(cell, from) - usual);
