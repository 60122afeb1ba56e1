import type { Box } from '../../model/place.ts';
import type { Glyph, OverlaidText, PlacedImage } from '../layout/page-content.ts';

/** A page's glyphs with the painting order of the text object of each, and its pictures. */
export type PaintedPage<Picture extends PlacedImage> = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** One for each glyph. */
  readonly orders: readonly number[];
  readonly images: readonly Picture[];
  /** Places of texts that give no glyphs, since the same text stands there already. */
  readonly silent: () => readonly PlacedImage[];
};

/** Share of the page from which pictures are the page itself: a scan, whose text layer lies below or above it. */
const wholePage = 0.8;

/** Share of the larger of two boxes that they have in common when one is printed over the other; neighbours share next to nothing. */
const sameSpot = 0.6;

/** Points across and down of the squares by which neighbours are found: about a character. */
const square = 8;

const areaOf = ([left, top, right, bottom]: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

const common = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
];

const holds = (box: Box, [x, y]: readonly [number, number]): boolean =>
  x > box[0] && x < box[2] && y > box[1] && y < box[3];

const centreOf = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

function textOf(kind: OverlaidText['kind'], glyphs: readonly Glyph[]): readonly OverlaidText[] {
  const [first, ...rest] = glyphs;
  if (!first) return [];
  const box = rest.reduce<Box>(
    (sum, glyph) => [
      Math.min(sum[0], glyph.box[0]),
      Math.min(sum[1], glyph.box[1]),
      Math.max(sum[2], glyph.box[2]),
      Math.max(sum[3], glyph.box[3]),
    ],
    first.box,
  );
  return [{ kind, text: glyphs.map((glyph) => glyph.text).join(''), box }];
}

/**
 * Text that a picture hides, one entry a picture. `isOpaque` is asked only about pictures with text below them. Text that is
 * painted once more above the picture is seen.
 */
export function textUnderPictures<Picture extends PlacedImage>(
  page: PaintedPage<Picture>,
  isOpaque: (picture: Picture) => boolean,
): readonly OverlaidText[] {
  const sheet: Box = [0, 0, page.width, page.height];
  const cover = page.images.reduce((sum, { box }) => sum + areaOf(common(box, sheet)), 0);
  if (cover >= wholePage * areaOf(sheet)) return [];
  return page.images.flatMap((picture) => {
    const inside = page.glyphs.flatMap((glyph, index) => {
      const isInside = glyph.hiding === undefined && holds(picture.box, centreOf(glyph.box));
      return isInside ? [{ glyph, isAbove: (page.orders[index] ?? 0) > picture.order }] : [];
    });
    const above = inside.filter(({ isAbove }) => isAbove);
    const below = inside.filter(
      ({ glyph, isAbove }) =>
        !isAbove && !above.some((other) => other.glyph.text === glyph.text && isSameSpot(other.glyph, glyph)),
    );
    if (below.length === 0 || !isOpaque(picture)) return [];
    const again = page.silent().filter(({ order }) => order > picture.order);
    const hidden = below.filter(({ glyph }) => !again.some(({ box }) => holds(box, centreOf(glyph.box))));
    return textOf(
      'under-picture',
      hidden.map(({ glyph }) => glyph),
    );
  });
}

function isSameSpot(one: Glyph, other: Glyph): boolean {
  const shared = areaOf(common(one.box, other.box));
  return shared > sameSpot * Math.max(areaOf(one.box), areaOf(other.box));
}

/** A mark in a box or a line through a word is printed over something on purpose. */
const isWord = /[\p{L}\p{N}]/u;

/**
 * Letters and figures of one text on the spot of other letters and figures. The same character printed twice is bold print, and
 * what stands in one piece is a font's own business.
 */
export function textOverText({
  glyphs,
  orders,
}: Pick<PaintedPage<PlacedImage>, 'glyphs' | 'orders'>): readonly OverlaidText[] {
  const near = new Map<number, number[]>();
  const found: Glyph[] = [];
  glyphs.forEach((glyph, index) => {
    if (glyph.hiding !== undefined || !isWord.test(glyph.text)) return;
    const [x, y] = centreOf(glyph.box);
    for (const key of squaresAround(x, y, glyph.size / 4))
      for (const before of near.get(key) ?? []) {
        const other = glyphs[before];
        if (!other || orders[before] === orders[index] || other.text === glyph.text) continue;
        if (isSameSpot(other, glyph)) found.push(other, glyph);
      }
    const [key = 0] = squaresAround(x, y, 0);
    const held = near.get(key);
    if (held) held.push(index);
    else near.set(key, [index]);
  });
  return textOf('over-text', [...new Set(found)]);
}

/** Keys of the squares that lie within so many points. */
function squaresAround(x: number, y: number, reach: number): readonly number[] {
  const keys: number[] = [];
  const last = [Math.floor((x + reach) / square), Math.floor((y + reach) / square)] as const;
  for (let column = Math.floor((x - reach) / square); column <= last[0]; column += 1)
    for (let row = Math.floor((y - reach) / square); row <= last[1]; row += 1)
      keys.push(column * 65_536 + row);
  return keys;
}
