import type { Box } from '../../model/place.ts';
import type { Colour, Fill, Segment } from '../layout/page-content.ts';
import { apply, type Matrix, scaleOf } from './matrix.ts';

type Point = readonly [number, number];

/** A run of straight edges of a path; a run that holds a curve is `curved` and only its straight edges count. */
export type Subpath = { readonly points: Point[]; closed: boolean; curved: boolean };

/** How a path is painted. `order` is its place in the painting order of the page. */
export type Paint = {
  readonly stroke?: { readonly colour: Colour; readonly width: number };
  readonly fill?: { readonly colour: Colour };
  readonly clip: Box;
  readonly order: number;
};

/** Points; a line that deviates less from its axis is drawn straight on any device (1/72 inch at 72 dpi is a pixel). */
const straightness = 0.75;

function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

const clipped = (box: Box, clip: Box): Box => [
  Math.max(box[0], clip[0]),
  Math.max(box[1], clip[1]),
  Math.min(box[2], clip[2]),
  Math.min(box[3], clip[3]),
];

/** Points of a rectangle whose corners are rounded by less than {@link straightness}, each with its curve. */
const mostCorners = 16;

/**
 * A filled quadrangle as its bounding box: an upright rectangle, or a bar with mitred ends (LibreOffice borders) whose
 * thin side is below 3 points. Undefined for any other polygon.
 */
function quadrangle({ points, curved }: Pick<Subpath, 'points' | 'curved'>): Box | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return undefined;
  const ring =
    points.length > 1 && first[0] === last[0] && first[1] === last[1] ? points.slice(0, -1) : points;
  if (ring.length < 4 || ring.length > mostCorners) return undefined;
  const box = boundsOf(ring);
  const thin = Math.min(box[2] - box[0], box[3] - box[1]) <= 3;
  const upright = ring.every(
    ([x, y]) =>
      Math.min(x - box[0], box[2] - x) <= straightness / 2 &&
      Math.min(y - box[1], box[3] - y) <= straightness / 2,
  );
  return upright || (thin && !curved) ? box : undefined;
}

function clippedSegment(from: Point, to: Point, clip: Box): readonly [Point, Point] | undefined {
  const [x0, y0, x1, y1] = clip;
  if (Math.max(from[0], to[0]) < x0 || Math.min(from[0], to[0]) > x1) return undefined;
  if (Math.max(from[1], to[1]) < y0 || Math.min(from[1], to[1]) > y1) return undefined;
  const inside = ([x, y]: Point): Point => [Math.min(Math.max(x, x0), x1), Math.min(Math.max(y, y0), y1)];
  return [inside(from), inside(to)];
}

/** `unknown`: the bounds of filled areas that are no rectangles. */
export type PaintedShapes = {
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
  readonly unknown: readonly Box[];
};

/** The upright straight lines and rectangles that painting a path leaves on the page as seen. */
export function paintedShapes(subpaths: readonly Subpath[], matrix: Matrix, paint: Paint): PaintedShapes {
  const segments: Segment[] = [];
  const fills: Fill[] = [];
  const unknown: Box[] = [];
  for (const subpath of subpaths) {
    const points = subpath.points.map(([x, y]) => apply(matrix, x, y));
    if (paint.fill) {
      const box = quadrangle({ points, curved: subpath.curved });
      const seen = clipped(box ?? boundsOf(points), paint.clip);
      const empty = seen[0] > seen[2] || seen[1] > seen[3];
      if (box && !empty) fills.push({ box: seen, colour: paint.fill.colour, order: paint.order });
      else if (!empty) unknown.push(seen);
    }
    if (paint.stroke)
      segments.push(...strokes(points, subpath, { ...paint.stroke, clip: paint.clip, matrix }));
  }
  const inside = (inner: Box): boolean =>
    unknown.some(
      (outer) => outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3],
    );
  // Within a shape that is not understood a rectangle may be a hole.
  const clear = fills.length > mostNested ? fills : fills.filter((fill) => !inside(fill.box));
  return { segments, fills: hollowed(clear), unknown };
}

/** Rectangles of one path beyond which nobody drew a frame with it. */
const mostNested = 64;

/** A rectangle that holds another one of the same path is a frame around it (even-odd filling): its four bars. */
function hollowed(fills: readonly Fill[]): readonly Fill[] {
  if (fills.length < 2 || fills.length > mostNested) return fills;
  const holds = (outer: Box, inner: Box): boolean =>
    outer !== inner &&
    outer[0] <= inner[0] &&
    outer[1] <= inner[1] &&
    outer[2] >= inner[2] &&
    outer[3] >= inner[3] &&
    inner[2] > inner[0] &&
    inner[3] > inner[1];
  return fills.flatMap((fill) => {
    if (fills.some((outer) => holds(outer.box, fill.box))) return [];
    const hole = fills.find((inner) => holds(fill.box, inner.box));
    if (!hole) return [fill];
    const [left, top, right, bottom] = fill.box;
    const [x0, y0, x1, y1] = hole.box;
    const bars: readonly Box[] = [
      [left, top, right, y0],
      [left, y1, right, bottom],
      [left, top, x0, bottom],
      [x1, top, right, bottom],
    ];
    return bars.map((box) => ({ ...fill, box }));
  });
}

function strokes(
  points: readonly Point[],
  subpath: Subpath,
  pen: { readonly colour: Colour; readonly width: number; readonly clip: Box; readonly matrix: Matrix },
): readonly Segment[] {
  const found: Segment[] = [];
  const width = pen.width * scaleOf(pen.matrix);
  const first = points[0];
  const ring = subpath.closed && first && points.length > 2 ? [...points, first] : points;
  ring.forEach((to, index) => {
    const from = ring[index - 1];
    if (!from) return;
    const upright = Math.abs(from[0] - to[0]) <= straightness || Math.abs(from[1] - to[1]) <= straightness;
    if (!upright) return;
    const seen = clippedSegment(from, to, pen.clip);
    if (seen) found.push({ from: seen[0], to: seen[1], width, colour: pen.colour });
  });
  return found;
}
