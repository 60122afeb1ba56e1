import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../extractors/layout/page-content.ts';
import type { LineReader } from '../../../extractors/scan/recognition/engines.ts';
import { textAgreement } from '../../../extractors/scan/text-agreement.ts';

const [width, height] = [1240, 1754];

type Mark = readonly [left: number, top: number, right: number, bottom: number];

/** Blots like characters of 20 × 20 pixels in a line of `count`. */
const lineAt = (left: number, top: number, count: number): readonly Mark[] =>
  Array.from({ length: count }, (_, index) => [left + index * 26, top, left + index * 26 + 20, top + 20]);

const texts = Array.from({ length: 6 }, (_, index) => lineAt(150, 200 + index * 60, 10));
/** A tinted area with strokes through it: nothing that a reader of lines can take apart. */
const region: Mark = [150, 800, 750, 1300];

function page(): Parameters<typeof textAgreement>[0] {
  const values = new Uint8Array(width * height).fill(255);
  const paint = ([left, top, right, bottom]: Mark, ink: (x: number, y: number) => boolean): void => {
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) if (ink(x, y)) values[y * width + x] = 0;
  };
  for (const mark of texts.flat()) paint(mark, (x, y) => (x + y) % 7 < 4);
  paint(region, (x, y) => (x * 3 + y) % 23 < 9);
  return { number: 1, width, height, channels: 1, values, dotsPerInch: 150 };
}

const points = 72 / 150;

const glyphsIn = ([left, top, right, bottom]: Mark, text: string): Glyph => ({
  text,
  box: [left * points, top * points, right * points, bottom * points],
  size: 10,
  direction: 'right',
  spaceBefore: false,
});

const regionGlyphs = lineAt(160, 820, 20).flatMap((mark) =>
  Array.from({ length: 15 }, (_, row) =>
    glyphsIn([mark[0], mark[1] + row * 30, mark[2], mark[3] + row * 30], '表'),
  ),
);

/** Reads what is as low as a line as so many times the same character, and next to nothing in what is taller. */
const readerOf = (character: string): LineReader => ({
  name: 'test',
  readLines: async (lines) =>
    lines.map((line) => {
      const text = line.height < 80 ? character.repeat(10) : '瓜';
      const free = [...text].map((one, index) => ({ text: one, probability: 1, at: index / 10 }));
      return { free, figure: free };
    }),
  close: async () => {},
});

describe('textAgreement', () => {
  const glyphs = [...texts.flat().map((mark) => glyphsIn(mark, '分')), ...regionGlyphs];

  test('a region that was not taken apart into lines says nothing against the text of a page', async () => {
    expect(await textAgreement(page(), glyphs, readerOf('分'))).toBeGreaterThan(0.9);
  });

  test('text that is not what the lines show does not agree', async () => {
    expect(await textAgreement(page(), glyphs, readerOf('值'))).toBeLessThan(0.1);
  });
});
