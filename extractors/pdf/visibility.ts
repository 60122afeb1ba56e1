import type { Box } from '../../model/place.ts';
import type { Colour, Fill, Hiding, PlacedImage } from '../layout/page-content.ts';

/** What a page paints beside its text, as far as it decides what can be seen. */
export type Backdrop = {
  readonly width: number;
  readonly height: number;
  readonly fills: readonly Fill[];
  readonly images: readonly PlacedImage[];
  /** Painted areas whose exact shape or colour is not known (curves, patterns, shadings). */
  readonly unknown: readonly PlacedImage[];
};

/** How a run of glyphs is painted; mode 3 is PDF's invisible text, 7 only clips (ISO 32000-1, table 106). */
export type TextPaint = {
  readonly order: number;
  readonly clip: Box;
  readonly mode: number;
  readonly fill: Colour;
  readonly stroke: Colour;
};

/** The largest fills that are asked about; drawings have more, in which no text hides. */
const mostFills = 500;

const areaOf = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

/** Steps of 255 by which two colours must differ to be told apart on a screen (about 4 %). */
const visibleStep = 10;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

const alike = (one: Colour, other: Colour): boolean =>
  Math.abs(one[0] - other[0]) < visibleStep &&
  Math.abs(one[1] - other[1]) < visibleStep &&
  Math.abs(one[2] - other[2]) < visibleStep;

const white: Colour = [255, 255, 255, 255];

function paintColour(paint: TextPaint): Colour | undefined {
  const mode = paint.mode % 4;
  if (mode === 3) return undefined;
  const colour = mode === 1 ? paint.stroke : paint.fill;
  return colour[3] === 0 ? undefined : colour;
}

/** Tells for each glyph box whether it can be seen; prepared once a page. */
export function visibilityOn(backdrop: Backdrop): (box: Box, paint: TextPaint) => Hiding | undefined {
  const opaque = backdrop.fills
    .filter(({ box, colour }) => colour[3] === 255 && box[2] - box[0] > 3 && box[3] - box[1] > 3)
    .toSorted((a, b) => areaOf(b.box) - areaOf(a.box))
    .slice(0, mostFills)
    .toSorted((a, b) => a.order - b.order);
  const unclear = [...backdrop.images, ...backdrop.unknown];
  const backgroundAt = (x: number, y: number, order: number): Colour | undefined => {
    const under = opaque.findLast((fill) => fill.order < order && holds(fill.box, x, y));
    const blurred = unclear.some(
      (area) => area.order < order && area.order > (under?.order ?? -1) && holds(area.box, x, y),
    );
    return blurred ? undefined : (under?.colour ?? white);
  };
  return (box, paint) => {
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    if (x < 0 || y < 0 || x > backdrop.width || y > backdrop.height) return 'off-page';
    const colour = paintColour(paint);
    if (!colour) return 'no-paint';
    if (!holds(paint.clip, x, y)) return 'clipped';
    if (opaque.length > 0 && opaque.some((fill) => fill.order > paint.order && holds(fill.box, x, y)))
      return 'covered';
    const suspect = alike(colour, white) || opaque.some((fill) => alike(fill.colour, colour));
    if (!suspect) return undefined;
    const background = backgroundAt(x, y, paint.order);
    return background && alike(background, colour) ? 'same-colour' : undefined;
  };
}
