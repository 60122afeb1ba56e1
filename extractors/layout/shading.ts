import type { Box } from '../../model/place.ts';
import type { Fill } from './page-content.ts';
import { isInk, type Ruling, thickestBar } from './rulings.ts';

/** Areas looked at on one page; more are a picture. */
const mostAreas = 2000;

const contains = (outer: Box, inner: Box): boolean =>
  inner[0] >= outer[0] - thickestBar &&
  inner[1] >= outer[1] - thickestBar &&
  inner[2] <= outer[2] + thickestBar &&
  inner[3] <= outer[3] + thickestBar;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= thickestBar;

/** Coloured areas of at least text height on both sides, without those that lie inside another (shaded paragraphs). */
function shadedAreas(fills: readonly Fill[], textSize: number): readonly Box[] {
  const areas = fills
    .filter(({ box, colour }) => isInk(colour) && box[2] - box[0] >= textSize && box[3] - box[1] >= textSize)
    .map(({ box }) => box);
  if (areas.length > mostAreas) return [];
  return areas.filter((area, index) => !areas.some((other, at) => at < index && contains(other, area)));
}

/**
 * The sides of shaded cells, for tables that part their cells by colour only: areas of one height that stand side by side
 * without room between them.
 */
export function shadingEdges(fills: readonly Fill[], textSize: number): readonly Ruling[] {
  const areas = shadedAreas(fills, textSize);
  const besides = (one: Box, other: Box): boolean =>
    near(one[1], other[1]) && near(one[3], other[3]) && (near(one[2], other[0]) || near(other[2], one[0]));
  return areas
    .filter((area) => areas.some((other) => other !== area && besides(area, other)))
    .flatMap(([left, top, right, bottom]): readonly Ruling[] => [
      { axis: 'horizontal', at: top, from: left, to: right, width: 0 },
      { axis: 'horizontal', at: bottom, from: left, to: right, width: 0 },
      { axis: 'vertical', at: left, from: top, to: bottom, width: 0 },
      { axis: 'vertical', at: right, from: top, to: bottom, width: 0 },
    ]);
}
