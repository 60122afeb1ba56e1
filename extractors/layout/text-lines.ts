import type { Box } from '../../model/place.ts';
import { greatest } from './extremes.ts';
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
/** Where CJK meets Latin or digits, typesetting programs leave a quarter of an em of their own accord: no space is meant. */
const mixedSpaceGap = 0.35;
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

/** Rows looked back at: a raised mark or a taller glyph may have begun a row of its own just before. */
const rowsBack = 3;

function rowFor(rows: readonly Row[], top: number, bottom: number): Row | undefined {
  for (let back = 1; back <= rowsBack; back += 1) {
    const row = rows[rows.length - back];
    if (!row) return undefined;
    const overlap = Math.min(bottom, row.bottom) - Math.max(top, row.top);
    if (overlap >= sameLine * Math.min(bottom - top, row.bottom - row.top)) return row;
  }
  return undefined;
}

function rowsOf(placed: readonly Placed[]): readonly Row[] {
  const sorted = placed.toSorted((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3]);
  const rows: Row[] = [];
  for (const one of sorted) {
    const [, top, , bottom] = one.box;
    const row = rowFor(rows, top, bottom);
    if (!row) {
      rows.push({ top, bottom, placed: [one] });
      continue;
    }
    row.placed.push(one);
    if (bottom - top > row.bottom - row.top) {
      row.top = top;
      row.bottom = bottom;
    }
  }
  return rows;
}

function reachOf({ glyph, box }: Placed, other: Box): number {
  const narrower = Math.min(box[2] - box[0], other[2] - other[0]);
  return Math.min(sameGlyph.ofSize * glyph.size, sameGlyph.ofWidth * narrower);
}

/** Glyphs looked back at for a twin: doubled runs are sorted into one another. */
const twinsBack = 4;

function hasTwin(kept: readonly Placed[], one: Placed): boolean {
  for (let back = 1; back <= twinsBack; back += 1) {
    const other = kept[kept.length - back];
    if (!other) return false;
    if (other.glyph.text !== one.glyph.text) continue;
    const aside = Math.abs(other.box[0] - one.box[0]) < reachOf(one, other.box);
    if (aside && Math.abs(other.box[1] - one.box[1]) < sameGlyph.ofSize * one.glyph.size) return true;
  }
  return false;
}

function withoutDoubles(placed: readonly Placed[]): readonly Placed[] {
  const kept: Placed[] = [];
  for (const one of placed) if (!hasTwin(kept, one)) kept.push(one);
  return kept;
}

function needsSpace(before: Placed, after: Placed): boolean {
  const size = Math.max(before.glyph.size, after.glyph.size);
  const gap = after.box[0] - before.box[2];
  const wide = isWide(before.glyph.text);
  const mixed = wide !== isWide(after.glyph.text);
  const meant = mixed ? mixedSpaceGap : wide ? wideSpaceGap : spaceGap;
  if (gap > meant * size) return true;
  return !mixed && after.glyph.spaceBefore && gap > leastSpace * size;
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
    size: greatest(glyphs.map((glyph) => glyph.size)),
    glyphs,
  };
}

/** The lines of some glyphs that share a direction, in reading order; glyphs are taken by position, never by run. */
export function textLines(glyphs: readonly Glyph[], direction: Direction = 'right'): readonly TextLine[] {
  const placed: Placed[] = [];
  for (const glyph of glyphs)
    if (glyph.direction === direction)
      placed.push({ glyph, box: direction === 'right' ? glyph.box : turnBox(glyph.box, direction) });
  return placed.length === 0 ? [] : rowsOf(placed).map(lineOf);
}
