import { describe, expect, test } from 'vitest';
import {
  withoutSpecks,
  withPairedBrackets,
  withPunctuation,
} from '../../../extractors/scan/figures/mend-punctuation.ts';
import type { InkPart } from '../../../extractors/scan/lines/ink-parts.ts';
import type { FlatImage } from '../../../extractors/scan/lines/line-image.ts';
import type { ReadLine } from '../../../extractors/scan/recognition/read-lines.ts';

const [width, height, em] = [200, 20, 20];

type Shape = 'character' | 'ring' | 'comma';
type Glyph = { readonly shape: Shape; readonly left: number; readonly read?: string; readonly x?: number };

const sizes: Readonly<Record<Shape, readonly [number, number]>> = {
  character: [18, 18],
  ring: [6, 6],
  comma: [4, 6],
};

function isInk(shape: Shape, x: number, y: number): boolean {
  if (shape === 'character') return true;
  if (shape === 'comma') return y < 3 || x < 1;
  return Math.abs(Math.hypot(x - 2.5, y - 2.5) - 2.2) < 0.8;
}

/** A line of drawn shapes, each read as what is said of it, in its middle or at `x`. */
function line(...glyphs: readonly Glyph[]): { readonly read: ReadLine; readonly flat: FlatImage } {
  const values = new Uint8Array(width * height).fill(255);
  const parts = glyphs.map(({ shape, left }): InkPart => {
    const [wide, tall] = sizes[shape];
    const top = shape === 'character' ? 1 : 13;
    for (let y = 0; y < tall; y += 1)
      for (let x = 0; x < wide; x += 1) if (isInk(shape, x, y)) values[(top + y) * width + left + x] = 0;
    return { left, right: left + wide, top, bottom: top + tall, area: wide * tall };
  });
  const free = glyphs.flatMap(({ shape, left, read, x = left + sizes[shape][0] / 2 }) =>
    read === undefined ? [] : [{ text: read, probability: 0.9, x }],
  );
  const box = { left: 0, top: 0, right: width, bottom: height };
  const blank = { width, height, values: new Uint8Array(width * height) };
  return {
    read: { line: { region: { box }, box, parts }, free, figure: [] },
    flat: { image: { width, height, values }, rules: blank },
  };
}

const textOf = ({ free }: ReadLine): string => free.map(({ text }) => text).join('');

function mended(...glyphs: readonly Glyph[]): string {
  const { read, flat } = line(...glyphs);
  return textOf(withPunctuation(read, flat, 'clean'));
}

const han: Glyph = { shape: 'character', left: 0, read: '分' };

describe('the punctuation of a line', () => {
  test.each(['0', 'o', '。', '.'])('a ring behind text that was read as %s is one full stop', (read) => {
    expect(mended(han, { shape: 'ring', left: 22, read })).toBe('分。');
  });
  test('a full stop whose reading stands before its ink is not doubled', () => {
    expect(mended(han, { shape: 'ring', left: 22, read: '。', x: 18 })).toBe('分。');
  });
  test('a mark that was passed over is put by its shape', () => {
    const next: Glyph = { shape: 'character', left: 40, read: '扣' };
    expect(mended(han, { shape: 'comma', left: 24 }, next)).toBe('分，扣');
    expect(mended(han, { shape: 'ring', left: 24 }, next)).toBe('分。扣');
  });
  test('on dirty paper nothing is put where nothing was read', () => {
    const { read, flat } = line(
      han,
      { shape: 'comma', left: 24 },
      { shape: 'character', left: 40, read: '扣' },
    );
    expect(textOf(withPunctuation(read, flat, 'dirty'))).toBe('分扣');
  });
  test('a digit at the end of a text stays one', () => {
    expect(mended(han, { shape: 'character', left: 22, read: '0' })).toBe('分0');
  });
  test('signs that texts use stand for those that are like them', () => {
    const sign = (left: number, read: string): Glyph => ({ shape: 'character', left, read });
    expect(mended(han, sign(20, '.'), sign(40, '完'))).toBe('分，完');
    expect(mended(sign(0, '一'), sign(20, '.'), sign(40, '完'))).toBe('一.完');
    expect(mended(sign(0, '9'), sign(20, '°'))).toBe('9%');
    expect(mended(sign(0, '率'), sign(20, 'X'), sign(40, '1'))).toBe('率×1');
    expect(mended(sign(0, 'A'), sign(20, 'X'), sign(40, '1'))).toBe('AX1');
  });
});

describe('what stands in a cell', () => {
  test('a bracket that nothing closes is a comparison', () => {
    const bracket = (read: string): ReadLine => line({ shape: 'character', left: 0, read }).read;
    expect(withPairedBrackets([bracket('《'), bracket('5')]).map(textOf)).toEqual(['≤', '5']);
    expect(withPairedBrackets([bracket('《'), bracket('》')]).map(textOf)).toEqual(['《', '》']);
  });
  test('dirt on a line of its own is no sign, a ring below text its full stop', () => {
    const { flat, read: speck } = line({ shape: 'comma', left: 24, read: '<' });
    const stop = line({ shape: 'ring', left: 24, read: '0' });
    const figure = line({ shape: 'character', left: 0, read: '5' }).read;
    expect(withoutSpecks([speck, figure], flat, em).map(textOf)).toEqual(['5']);
    expect(withoutSpecks([line(han).read, stop.read], stop.flat, em).map(textOf)).toEqual(['分', '。']);
    expect(withoutSpecks([speck], flat, em).map(textOf)).toEqual(['<']);
  });
});
