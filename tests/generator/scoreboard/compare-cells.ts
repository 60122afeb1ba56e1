import type { Cell, Extraction } from '../../../model/extraction.ts';
import type { Place } from '../../../model/place.ts';
import { foldWidth } from '../../../text/fold.ts';
import type { TrueCell } from '../scans/scan-document.ts';

/** A cell that was not read as it is printed. */
export type CellMiss = {
  readonly cell: TrueCell;
  readonly found: string | undefined;
  readonly kind: 'figure' | 'text';
  /** Wrong and not marked as doubtful. */
  readonly silent: boolean;
};

/** Of a kind of cell: how many there are, were read exactly, are wrong without a mark, and right but marked. */
export type CellTally = {
  readonly expected: number;
  readonly right: number;
  readonly silent: number;
  readonly marked: number;
};

export type CellComparison = {
  /** Cells of nothing but a figure with its signs. */
  readonly figures: CellTally;
  /** All cells with text, the figures among them. */
  readonly cells: CellTally;
  /** Empty cells; a right one was left empty. */
  readonly blanks: CellTally;
  /** Digits within texts, in their order. */
  readonly digits: CellTally;
  readonly misses: readonly CellMiss[];
};

const figure = /^[≥≤<>=±+-]?[\d.,]*\d[%‰]?$/u;

/** What readers take for the same text: no blanks, one width, one form of each sign. */
export const comparable = (text: string): string =>
  foldWidth(text)
    .replace(/\s/gu, '')
    .replace(/[“”"]/gu, '"')
    .replace(/[☐□口]/gu, '□')
    .replace(/[—–−－一ー]/gu, '—');

type Held = { readonly cell: Cell; readonly place: Place };

function overlap({ box, page }: TrueCell, place: Place): number {
  if (!place.box || place.page !== page) return 0;
  const wide = Math.min(box[2], place.box[2]) - Math.max(box[0], place.box[0]);
  const tall = Math.min(box[3], place.box[3]) - Math.max(box[1], place.box[1]);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}

/** The cell that lies where the true one was printed. */
function cellAt(cell: TrueCell, held: readonly Held[]): Cell | undefined {
  let best: { cell: Cell; area: number } | undefined;
  for (const { cell: other, place } of held) {
    const area = overlap(cell, place);
    if (area > (best?.area ?? 0)) best = { cell: other, area };
  }
  return best?.cell;
}

const none: CellTally = { expected: 0, right: 0, silent: 0, marked: 0 };

export const addCells = (left: CellTally, right: CellTally): CellTally => ({
  expected: left.expected + right.expected,
  right: left.right + right.right,
  silent: left.silent + right.silent,
  marked: left.marked + right.marked,
});

const tallyOf = (right: boolean, cell: Cell | undefined): CellTally => ({
  expected: 1,
  right: right ? 1 : 0,
  silent: right || cell?.doubt ? 0 : 1,
  marked: right && cell?.doubt ? 1 : 0,
});

/** Holds the cells of an extraction against what was printed, place by place. */
export function compareCells(truth: readonly TrueCell[], extraction: Extraction): CellComparison {
  const held = extraction.blocks.flatMap((block): Held[] =>
    block.kind === 'grid'
      ? block.grid.cells.flatMap((cell) =>
          [cell.place, ...(cell.continued ?? [])].map((place) => ({ cell, place })),
        )
      : [],
  );
  let [figures, cells, blanks, digits] = [none, none, none, none];
  const misses: CellMiss[] = [];
  for (const cell of truth) {
    const found = cellAt(cell, held);
    const [wanted, read] = [comparable(cell.text), comparable(found?.text ?? '')];
    const tally = tallyOf(wanted === read, found);
    const isFigure = figure.test(wanted);
    if (wanted === '') blanks = addCells(blanks, tally);
    else cells = addCells(cells, tally);
    if (isFigure) figures = addCells(figures, tally);
    else if (/\d/u.test(wanted))
      digits = addCells(digits, tallyOf(digitsIn(wanted) === digitsIn(read), found));
    if (wanted !== read)
      misses.push({ cell, found: found?.text, kind: isFigure ? 'figure' : 'text', silent: tally.silent > 0 });
  }
  return { figures, cells, blanks, digits, misses };
}

const digitsIn = (text: string): string => text.replace(/[^\d.%]/gu, '');
