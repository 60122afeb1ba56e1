import { describe, expect, test } from 'vitest';
import {
  isFigureOrPair,
  mendSeparators,
  withoutLookAlikes,
} from '../../../extractors/scan/figures/figure-text.ts';
import { asksForSecond, judgeFigure, type Opinions } from '../../../extractors/scan/figures/judge-figure.ts';

const read = (text: string, confidence = 0.99): Opinions => ({
  free: { text, confidence },
  figure: { text, confidence },
  column: 'figures',
});

describe('judgeFigure', () => {
  test('two engines that agree settle a figure, whatever the second makes of its point', () => {
    expect(judgeFigure({ ...read('1.8'), second: { text: '18', confidence: 0.95 } })).toEqual({
      text: '1.8',
      source: 'free',
    });
  });
  test('where they differ both readings are kept', () => {
    expect(
      judgeFigure({ ...read('93.52'), second: { text: '93.32', confidence: 0.9 } }).doubt?.readings,
    ).toEqual(['93.52', '93.32']);
  });
  test('an unsure reading stays doubtful though nobody contradicts', () => {
    expect(judgeFigure({ ...read('5', 0.4), second: { text: '5', confidence: 0.9 } }).doubt).toBeDefined();
  });
  test('alone, the recogniser must be surer', () => {
    expect(judgeFigure(read('9.52', 0.8)).doubt).toBeDefined();
    expect(judgeFigure(read('9.52', 0.95)).doubt).toBeUndefined();
  });
  test('a second engine that sees no digits is no second opinion', () => {
    const silent = { text: '', confidence: 0.1 };
    expect(judgeFigure({ ...read('1', 0.95), second: silent }).doubt).toBeUndefined();
    expect(judgeFigure({ ...read('1', 0.75), second: silent }).doubt).toBeDefined();
  });
  test('what is no figure in a column of figures is read with digits alone, and doubted', () => {
    const opinions: Opinions = { ...read('B.5'), figure: { text: '8.5', confidence: 0.9 } };
    expect(judgeFigure(opinions)).toMatchObject({ text: '8.5', doubt: { readings: ['8.5', 'B.5'] } });
  });
  test('a decimal comma is doubted', () => {
    expect(judgeFigure(read('97,3%'))).toMatchObject({
      text: '97.3%',
      doubt: { readings: ['97.3%', '97,3%'] },
    });
  });
  test('digits and signs that make no figure are doubted in any column', () => {
    const mangled: Opinions = { ...read('1009%4'), column: 'text' };
    expect(asksForSecond(mangled)).toBe(true);
    expect(judgeFigure(mangled).doubt).toBeDefined();
  });
  test('dashes, words and counted 一 are not asked again', () => {
    expect(asksForSecond(read('—'))).toBe(false);
    expect(asksForSecond({ ...read('一'), column: 'text' })).toBe(false);
    expect(asksForSecond(read('未完成'))).toBe(false);
    expect(asksForSecond(read('≥3'))).toBe(true);
  });
});

describe('figures as text', () => {
  test.each(['0.5', '3,754.11', '90%≤x<100%', '≥3', '3/4', '97.30%', '-2'])('%s is a figure', (text) => {
    expect(isFigureOrPair(text)).toBe(true);
  });
  test.each(['1,23', '3.754.11', '万元', '', '2023年'])('%s is none', (text) => {
    expect(isFigureOrPair(text)).toBe(false);
  });
  test('separators and look-alikes are mended only where nothing else fits', () => {
    expect(mendSeparators('3.754.11')).toBe('3,754.11');
    expect(mendSeparators('3.754')).toBe('3.754');
    expect(withoutLookAlikes('l0O')).toBe('100');
    expect(withoutLookAlikes('oil')).toBe('oil');
  });
});
