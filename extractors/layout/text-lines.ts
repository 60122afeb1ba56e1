import type { Box } from '../../model/place.ts';
import type { Direction, Glyph } from './page-content.ts';
import { isWide } from './scripts.ts';

/** Glyphs on one baseline in reading order. `box` and `size` as the page is seen. */
export type TextLine = {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
};

/** Fake bold and shadows repeat a glyph within this share of the em and of its own width ("ll" stands further apart). */
const sameGlyph = { ofSize: 0.3, ofWidth: 0.5 };
/** A gap that is a space although the document has none: most fonts' space is a quarter of an em, set tight 0.2. */
const spaceGap = 0.2;
/** Between two CJK characters only a gap of half an em is meant. */
const wideSpaceGap = 0.5;
/** A space character narrower than this does not part words (it was squeezed away). */
const leastSpace = 0.05;

/** Lines share a baseline when half the height of the lower one overlaps: CJK, digits and superscripts differ in baseline. */
const sameLine = 0.5;

export function unite(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    if (box[0] < left) left = box[0];
    if (box[1] < top) top = box[1];
    if (box[2] > right) right = box[2];
    if (box[3] > bottom) bottom = box[3];
  }
  return [left, top, right, bottom];
}

/** A box turned so that its text runs to the right; each turn maps onto itself when applied to all glyphs of a direction. */
function turnBox([x0, y0, x1, y1]: Box, direction: Direction): Box {
  switch (direction) {
    case 'right':
      return [x0, y0, x1, y1];
    case 'down':
      return [y0, -x1, y1, -x0];
    case 'up':
      return [-y1, x0, -y0, x1];
    case 'left':
      return [-x1, -y1, -x0, -y0];
  }
}

type Placed = { readonly glyph: Glyph; readonly box: Box };
type Row = { top: number; bottom: number; readonly placed: Placed[] };

function rowsOf(placed: readonly Placed[]): readonly Row[] {
  const sorted = placed.toSorted((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3]);
  const rows: Row[] = [];
  for (const one of sorted) {
    const [, top, , bottom] = one.box;
    const row = rows.slice(-3).findLast((candidate) => {
      const overlap = Math.min(bottom, candidate.bottom) - Math.max(top, candidate.top);
      return overlap >= sameLine * Math.min(bottom - top, candidate.bottom - candidate.top);
    });
    if (!row) rows.push({ top, bottom, placed: [one] });
    else {
      row.placed.push(one);
      if (bottom - top > row.bottom - row.top) [row.top, row.bottom] = [top, bottom];
    }
  }
  return rows;
}

function reachOf({ glyph, box }: Placed, other: Box): number {
  const narrower = Math.min(box[2] - box[0], other[2] - other[0]);
  return Math.min(sameGlyph.ofSize * glyph.size, sameGlyph.ofWidth * narrower);
}

function withoutDoubles(placed: readonly Placed[]): readonly Placed[] {
  const kept: Placed[] = [];
  for (const one of placed) {
    const twin = kept
      .slice(-4)
      .some(
        ({ glyph, box }) =>
          glyph.text === one.glyph.text &&
          Math.abs(box[0] - one.box[0]) < reachOf(one, box) &&
          Math.abs(box[1] - one.box[1]) < sameGlyph.ofSize * one.glyph.size,
      );
    if (!twin) kept.push(one);
  }
  return kept;
}

function needsSpace(before: Placed, after: Placed): boolean {
  const size = Math.max(before.glyph.size, after.glyph.size);
  const gap = after.box[0] - before.box[2];
  const wide = isWide(before.glyph.text) && isWide(after.glyph.text);
  if (gap > (wide ? wideSpaceGap : spaceGap) * size) return true;
  return after.glyph.spaceBefore && gap > leastSpace * size;
}

function lineOf(row: Row): TextLine {
  const placed = withoutDoubles(row.placed.toSorted((a, b) => a.box[0] - b.box[0]));
  let text = '';
  placed.forEach((one, index) => {
    const before = placed[index - 1];
    if (before && needsSpace(before, one)) text += ' ';
    text += one.glyph.text;
  });
  const glyphs = placed.map((one) => one.glyph);
  return {
    text,
    box: unite(glyphs.map((glyph) => glyph.box)),
    size: Math.max(...glyphs.map((glyph) => glyph.size)),
    glyphs,
  };
}

/** The lines of some glyphs that share a direction, in reading order; glyphs are taken by position, never by run. */
export function textLines(glyphs: readonly Glyph[], direction: Direction = 'right'): readonly TextLine[] {
  const placed = glyphs
    .filter((glyph) => glyph.direction === direction)
    .map((glyph) => ({ glyph, box: turnBox(glyph.box, direction) }));
  return rowsOf(placed).map(lineOf);
}
