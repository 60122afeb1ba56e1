import { describe, expect, test } from 'vitest';
import { cellText } from '../../../extractors/layout/cell-text.ts';
import { isFigure } from '../../../extractors/layout/chunks.ts';
import { textLines } from '../../../extractors/layout/text-lines.ts';
import { glyphsAt } from './page-builder.ts';

const linesOf = (...glyphs: readonly ReturnType<typeof glyphsAt>[]): readonly string[] =>
  textLines(glyphs.flat()).map((line) => line.text);

describe('textLines', () => {
  test('glyphs on one baseline are a line whatever their order in the file', () => {
    expect(linesOf(glyphsAt('分值', 60, 10), glyphsAt('指标', 10, 10))).toEqual(['指标 分值']);
  });
  test('a raised footnote mark stays on its line', () => {
    expect(linesOf(glyphsAt('100', 10, 10), glyphsAt('a', 25, 8, 6))).toEqual(['100a']);
  });
  test('a glyph that is drawn twice for boldness counts once', () => {
    expect(linesOf(glyphsAt('总分', 10, 10), glyphsAt('总分', 10.4, 10))).toEqual(['总分']);
  });
  test('the quarter of an em between digits and Chinese is no space', () => {
    const unit = glyphsAt('公里', 28, 10).map((glyph, index) => ({ ...glyph, spaceBefore: index === 0 }));
    expect(linesOf(glyphsAt('320', 10, 10), unit)).toEqual(['320公里']);
  });
  test('two equal narrow letters side by side are two', () => {
    const narrow = (x: number) => ({ ...glyphsAt('l', x, 10)[0], box: [x, 10, x + 2.2, 20] as const });
    const [first, second] = [narrow(10), narrow(12.2)];
    const both = [first, second].map((glyph) => ({
      text: 'l',
      size: 10,
      direction: 'right' as const,
      spaceBefore: false,
      ...glyph,
    }));
    expect(textLines(both).map((line) => line.text)).toEqual(['ll']);
  });
});

describe('cellText', () => {
  test('a number that a narrow cell breaks is one number', () => {
    const glyphs = [...glyphsAt('10', 2, 2), ...glyphsAt('0%', 2, 14)];
    expect(cellText(glyphs, [0, 0, 14, 30])).toBe('100%');
  });
  test('a number in wide digits is kept whole as well', () => {
    const glyphs = [...glyphsAt('９', 2, 2), ...glyphsAt('２．５', 2, 14)];
    expect(cellText(glyphs, [0, 0, 36, 30])).toBe('９２．５');
  });
  test.each(['１６．５', '9.5', '(3.2)', '—'])('%s is a figure', (text) => {
    expect(isFigure(text)).toBe(true);
  });
  test.each(['一、投入', '供水保障'])('%s is no figure', (text) => {
    expect(isFigure(text)).toBe(false);
  });
  test('numbers below one another in a wide cell stay apart', () => {
    const glyphs = [...glyphsAt('10', 2, 2), ...glyphsAt('20', 2, 14)];
    expect(cellText(glyphs, [0, 0, 80, 30])).toBe('10\n20');
  });
  test('wrapped Chinese is joined without a space, wrapped English with one', () => {
    expect(cellText([...glyphsAt('社会效', 2, 2), ...glyphsAt('益', 2, 14)], [0, 0, 34, 30])).toBe(
      '社会效益',
    );
    expect(cellText([...glyphsAt('total', 2, 2), ...glyphsAt('score', 2, 14)], [0, 0, 30, 30])).toBe(
      'total score',
    );
  });
  test('a line that ends early is a break of the author', () => {
    const glyphs = [...glyphsAt('优', 2, 2), ...glyphsAt('良好的结果', 2, 14)];
    expect(cellText(glyphs, [0, 0, 56, 30])).toBe('优\n良好的结果');
  });
  test('characters stacked in a narrow cell read downwards', () => {
    const glyphs = [...'产出指标'].flatMap((character, index) => glyphsAt(character, 3, 2 + index * 12));
    expect(cellText(glyphs, [0, 0, 16, 52])).toBe('产出指标');
  });
  test('text that runs upwards is read from below', () => {
    const glyphs = [...'abc'].map((text, index) => ({
      text,
      box: [10, 50 - index * 5 - 5, 20, 50 - index * 5] as const,
      size: 10,
      direction: 'up' as const,
      spaceBefore: false,
    }));
    expect(cellText(glyphs, [5, 0, 25, 60])).toBe('abc');
  });
});
