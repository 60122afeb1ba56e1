import { describe, expect, test } from 'vitest';
import { readGradeLine } from '../../tables/read-grade.ts';

const shown = (text: string) =>
  readGradeLine(text, {}).options.map(({ label, low, lowIncluded, high, highIncluded, chosen }) =>
    [
      chosen ? '✓' : '',
      label,
      lowIncluded ? '[' : '(',
      low ?? '',
      ',',
      high ?? '',
      highIncluded ? ']' : ')',
    ].join(''),
  );

describe('readGradeLine', () => {
  test('reads check boxes with chained bounds', () => {
    expect(
      shown('☐ 优 90分≤得分≤100分； ☑ 良 80分≤得分<90分； ☐ 中 60分≤得分<80分； ☐ 差 得分<60分'),
    ).toEqual(['优[90,100]', '✓良[80,90)', '中[60,80)', '差(,60)']);
  });

  test('reads full-width digits and other marks', () => {
    expect(shown('□优（９０－１００分） ■良（８０－９０分）')).toEqual(['优[90,100]', '✓良[80,90]']);
  });

  test('reads falling chains, one-sided bounds and words', () => {
    expect(shown('优秀 100≥得分≥90 良好 90>得分≥80 合格 60分以上 不合格 60分以下')).toEqual([
      '优秀[90,100]',
      '良好[80,90)',
      '合格[60,)',
      '不合格(,60)',
    ]);
  });

  test('reads bounds that say what is included', () => {
    expect(shown('优：90（含）-100分 良：80（含）-90（不含）分')).toEqual(['优[90,100]', '良[80,90)']);
  });

  test('takes a single grade without marks as written out', () => {
    expect(readGradeLine('良', {})).toEqual({ options: [], written: '良', place: {} });
  });

  test('finds nothing in a sentence', () => {
    expect(readGradeLine('待财政部门评定', {}).options).toEqual([]);
  });
});
