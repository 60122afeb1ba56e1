import { describe, expect, test } from 'vitest';
import { flattenPage } from '../../../extractors/scan/pixels/flatten.ts';
import { greyImage } from '../../../extractors/scan/pixels/grey-image.ts';
import { dotsPerInchOf, scaleFor } from '../../../extractors/scan/pixels/resolution.ts';
import { decodeGreedily } from '../../../extractors/scan/recognition/ctc.ts';

type Colour = readonly [number, number, number];

function paint(side: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const values = new Uint8Array(3 * side * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) values.set(colourAt(x, y), 3 * (y * side + x));
  return values;
}

const page = (side: number, colourAt: (x: number, y: number) => Colour) =>
  greyImage({
    number: 1,
    width: side,
    height: side,
    channels: 3,
    values: paint(side, colourAt),
    dotsPerInch: 150,
  });

describe('pixels', () => {
  test('a red seal is lifted and the black under it stays', () => {
    const grey = page(300, (x, y) => {
      const ring = Math.abs(Math.hypot(x - 150, y - 150) - 80) < 12;
      if (y > 145 && y < 152) return ring ? [40, 5, 5] : [0, 0, 0];
      return ring ? [215, 40, 40] : [255, 255, 255];
    });
    expect(grey.values[70 * 300 + 150]).toBe(255);
    expect(grey.values[148 * 300 + 70]).toBeLessThan(60);
  });
  test('a small red figure is ink', () => {
    const grey = page(300, (x, y) =>
      x > 100 && x < 104 && y > 100 && y < 115 ? [220, 0, 0] : [255, 255, 255],
    );
    expect(grey.values[108 * 300 + 102]).toBeLessThan(128);
  });
  test('tinted and uneven paper becomes white, ink stays black', () => {
    const grey = page(200, (x, y) => (y % 40 < 3 ? [30, 30, 30] : [230 - x / 4, 225 - x / 4, 190 - x / 4]));
    const { image, inkBelow, bilevel } = flattenPage(grey, 150);
    expect(bilevel).toBe(false);
    expect(image.values[20 * 200 + 190]).toBe(255);
    expect(image.values[41 * 200 + 10]).toBeLessThan(inkBelow);
  });
  test('a resolution that nobody meant gives way to the size of a sheet', () => {
    expect(dotsPerInchOf({ width: 1654, height: 2339 }, 72)).toBeCloseTo(200, 0);
    expect(dotsPerInchOf({ width: 2480, height: 3508 }, 300)).toBe(300);
    expect(dotsPerInchOf({ width: 1080, height: 8000 })).toBeCloseTo(130.6, 1);
    expect([scaleFor(100), scaleFor(200), scaleFor(600)]).toEqual([2, 1, 0.5]);
  });
  test('repeats and blanks of the recogniser are dropped', () => {
    const steps = [1, 1, 0, 1, 2, 2];
    const values = Float32Array.from(
      steps.flatMap((best) => [0, 1, 2].map((index) => (index === best ? 0.9 : 0.05))),
    );
    const read = decodeGreedily({ values, steps: 6, classes: 3 }, ['', '5', '3']);
    expect(read.map(({ text }) => text).join('')).toBe('553');
    expect(
      decodeGreedily({ values, steps: 6, classes: 3 }, ['', '5', '3'], [2]).map(({ text }) => text),
    ).toEqual(['3']);
  });
});
