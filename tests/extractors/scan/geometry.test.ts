import { describe, expect, test } from 'vitest';
import { findDrawnRules } from '../../../extractors/scan/geometry/drawn-rules.ts';
import { quarterTurns, straighten } from '../../../extractors/scan/geometry/rotate.ts';
import { findRuledCells } from '../../../extractors/scan/geometry/ruled-cells.ts';
import { findSkew } from '../../../extractors/scan/geometry/skew.ts';
import { inkMask } from '../../../extractors/scan/pixels/mask.ts';
import type { GreyImage } from '../../../extractors/scan/pixels/page-pixels.ts';

const dotsPerInch = 150;
const size = { width: 900, height: 600 };

type Ink = (x: number, y: number) => boolean;

function draw(ink: Ink): GreyImage {
  const values = new Uint8Array(size.width * size.height).fill(255);
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1) if (ink(x, y)) values[y * size.width + x] = 0;
  return { ...size, values };
}

const columns = [100, 300, 500, 800];
const rows = [100, 200, 300, 400, 500];

/** A grid of 2-pixel lines; `lies` says whether a point along a line is drawn. */
const grid =
  (lies: (along: number) => boolean): Ink =>
  (x, y) =>
    (rows.some((row) => y === row || y === row + 1) && x >= 100 && x <= 801 && lies(x)) ||
    (columns.some((column) => x === column || x === column + 1) && y >= 100 && y <= 501 && lies(y));

const cellsOf = (image: GreyImage): number =>
  findRuledCells(findDrawnRules(inkMask(image, 128), dotsPerInch), 72 / dotsPerInch).cells.length;

describe('the geometry of a scanned page', () => {
  test.each([
    ['solid', () => true],
    ['dotted', (along: number) => along % 6 < 2],
    ['dashed', (along: number) => along % 12 < 7],
    ['broken', (along: number) => along % 90 > 8],
  ])('%s lines make cells', (_, lies) => {
    expect(cellsOf(draw(grid(lies)))).toBe(12);
  });

  test('rows of strokes are no lines', () => {
    const strokes: Ink = (x, y) =>
      y >= 140 && y < 156 && x >= 110 && x < 290 && (y - 140) % 5 === 0 && x % 17 < 15;
    expect(cellsOf(draw((x, y) => grid(() => true)(x, y) || strokes(x, y)))).toBe(12);
  });

  test.each([-2.5, -0.8, 0, 0.35, 1.9])('a skew of %d degrees is found and taken back', (degrees) => {
    const skewed = straighten(draw(grid(() => true)), -degrees);
    expect(findSkew(inkMask(skewed, 128))).toBeCloseTo(degrees, 1);
    expect(cellsOf(straighten(skewed, findSkew(inkMask(skewed, 128))))).toBe(12);
  });

  test('four quarter turns give the picture back', () => {
    const image = draw((x, y) => x < 40 && y < 90);
    const once = quarterTurns(image, 1);
    expect([once.width, once.height]).toEqual([size.height, size.width]);
    expect(quarterTurns(quarterTurns(once, 1), 2)).toEqual(image);
    expect(quarterTurns(once, 3)).toEqual(image);
  });
});
