import type { Box } from '../../model/place.ts';
import type { Colour, Fill, PageContent } from './page-content.ts';

export type Axis = 'horizontal' | 'vertical';

/** An upright drawn line: `at` across its axis, `from` to `to` along it, in points; `width` of its ink. */
export type Ruling = {
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
};

/** Points; browsers and word processors draw borders as filled bars up to this thickness (`design`: 2 to 3 points). */
export const thickestBar = 3;

/** Steps of 255 from white below which ink cannot be seen on paper. */
const faintest = 10;

/** Can the paint be seen on white paper? */
export const isInk = ([red, green, blue, opacity]: Colour): boolean =>
  opacity > 0 && Math.min(red, green, blue) < 255 - faintest;

/** Do white lines show here, because a coloured area lies beside or under them? */
function whiteShowsOn(fills: readonly Fill[]): (box: Box) => boolean {
  const areas = fills
    .filter(
      ({ box, colour }) => isInk(colour) && box[2] - box[0] > thickestBar && box[3] - box[1] > thickestBar,
    )
    .map(({ box }) => box);
  return ([left, top, right, bottom]) =>
    areas.some(
      (area) =>
        left <= area[2] + thickestBar / 2 &&
        right >= area[0] - thickestBar / 2 &&
        top <= area[3] + thickestBar / 2 &&
        bottom >= area[1] - thickestBar / 2,
    );
}

/** Areas beyond which a page is a picture and no shaded table. */
const mostAreas = 5000;

function barOf(box: Box): readonly Ruling[] {
  const across = box[2] - box[0];
  const down = box[3] - box[1];
  const horizontal: Ruling = {
    axis: 'horizontal',
    at: (box[1] + box[3]) / 2,
    from: box[0],
    to: box[2],
    width: down,
  };
  const vertical: Ruling = {
    axis: 'vertical',
    at: (box[0] + box[2]) / 2,
    from: box[1],
    to: box[3],
    width: across,
  };
  const flat = down <= thickestBar;
  const thin = across <= thickestBar;
  // A dot of a dotted line may belong to either axis; alone it is dropped as a stub later.
  if (flat && thin) return [horizontal, vertical];
  if (flat) return [horizontal];
  return thin ? [vertical] : [];
}

/**
 * The upright lines that a page shows: strokes, filled bars and pictures not thicker than {@link thickestBar}. White and
 * transparent paint is a line only on or between coloured areas.
 */
export function findRulings(page: Pick<PageContent, 'segments' | 'fills' | 'images'>): readonly Ruling[] {
  const found: Ruling[] = [];
  const whiteShows = page.fills.length > mostAreas ? () => false : whiteShowsOn(page.fills);
  const shows = (colour: Colour, box: Box): boolean => colour[3] > 0 && (isInk(colour) || whiteShows(box));
  for (const { from, to, width, colour } of page.segments) {
    if (
      !shows(colour, [
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]),
      ])
    )
      continue;
    const across = Math.abs(to[0] - from[0]);
    const down = Math.abs(to[1] - from[1]);
    if (across >= down)
      found.push({
        axis: 'horizontal',
        at: (from[1] + to[1]) / 2,
        from: Math.min(from[0], to[0]),
        to: Math.max(from[0], to[0]),
        width,
      });
    else
      found.push({
        axis: 'vertical',
        at: (from[0] + to[0]) / 2,
        from: Math.min(from[1], to[1]),
        to: Math.max(from[1], to[1]),
        width,
      });
  }
  for (const { box, colour } of page.fills) {
    const bars = barOf(box);
    if (bars.length > 0 && shows(colour, box)) found.push(...bars);
  }
  for (const { box } of page.images) found.push(...barOf(box));
  return found;
}
