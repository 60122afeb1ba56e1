import type { Block, Cell } from '../../model/extraction.ts';
import type { Box, Place } from '../../model/place.ts';

/** A place on a page whose text is not sure; `box` in points, `readings` begin with the one that was taken. */
export type PlacedDoubt = {
  readonly box: Box;
  readonly doubt: { readonly readings: readonly string[]; readonly confidence: number };
};

/** The doubtful places of one page. */
export type PageDoubts = { readonly page: number; readonly doubts: readonly PlacedDoubt[] };

function lies({ box }: PlacedDoubt, place: Place): boolean {
  if (!place.box) return false;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= place.box[0] && x <= place.box[2] && y >= place.box[1] && y <= place.box[3];
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The readings of a doubt as readings of the whole cell, when it holds more than that place. */
function inCell(text: string, { doubt }: PlacedDoubt): readonly string[] {
  const [taken = '', ...others] = doubt.readings;
  if (bare(taken) === bare(text)) return [text, ...others];
  if (taken === '' || !text.includes(taken)) return [text, ...others.map((other) => `${text} (${other})`)];
  return [text, ...others.map((other) => text.replace(taken, other))];
}

function withDoubts(cell: Cell, pages: readonly PageDoubts[]): Cell {
  const own = [cell.place, ...(cell.continued ?? [])].flatMap((place) =>
    pages
      .filter(({ page }) => page === place.page)
      .flatMap(({ doubts }) => doubts.filter((one) => lies(one, place))),
  );
  if (own.length === 0) return cell;
  const readings = [...new Set([cell.text, ...own.flatMap((one) => inCell(cell.text, one))])];
  return { ...cell, doubt: { readings, confidence: Math.min(...own.map(({ doubt }) => doubt.confidence)) } };
}

/** Marks the cells in which a doubtful figure stands. */
export function placeDoubts(blocks: readonly Block[], pages: readonly PageDoubts[]): readonly Block[] {
  if (pages.every(({ doubts }) => doubts.length === 0)) return blocks;
  return blocks.map((block) =>
    block.kind === 'prose'
      ? block
      : {
          kind: 'grid',
          grid: { ...block.grid, cells: block.grid.cells.map((cell) => withDoubts(cell, pages)) },
        },
  );
}
