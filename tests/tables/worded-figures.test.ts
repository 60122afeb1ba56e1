import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../model/extraction.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { labelledFigure, wordedScore } from '../../tables/worded-figures.ts';
import { drawn } from './lay-out.ts';

const readOne = (extraction: Extraction) => {
  const [assessment] = readAssessments(extraction, []).value;
  if (assessment === undefined) throw new Error('no assessment was read');
  return assessment;
};

describe('figures among words', () => {
  test.each([
    ['得9.5分', '9.5'],
    ['计 3 分', '3'],
    ['得１０分', '10'],
  ])('%s is a score', (text, digits) => {
    expect(wordedScore(text)).toBe(digits);
  });

  test.each(['得满分', '扣0.5分', '完成得3分', '得3分，扣1分', '9.5分'])('%s is no worded score', (text) => {
    expect(wordedScore(text)).toBeUndefined();
  });

  test('a label and its figure in one cell', () => {
    expect(labelledFigure('总分：96.5分')).toEqual({ label: '总分', digits: '96.5' });
    expect(labelledFigure('得分标准：每完成1项得2分')).toBeUndefined();
  });

  test('scores in words are the scores of their rows', () => {
    const { indicators } = readOne(
      drawn([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '新建管网', '60', '得58分'],
        ['效益指标', '供水保障', '40', '得40分'],
      ]),
    );
    expect(indicators.map(({ selfScore }) => selfScore?.value)).toEqual(['58', '40']);
  });

  test('a total in words is the total, and a 合计 above it adds up its section', () => {
    const { total, indicators, groups } = readOne(
      drawn([
        ['一级指标', '三级指标', '分值', '得分'],
        ['产出指标', '新建管网', '60', '58'],
        [{ text: '合计', columns: 2 }, '60', '58'],
        ['效益指标', '供水保障', '40', '40'],
        [{ text: '合计', columns: 2 }, '40', '40'],
        [{ text: '自评总分：98分', columns: 4 }],
      ]),
    );
    expect(total?.printed?.value).toBe('98');
    expect(indicators).toHaveLength(2);
    expect(groups.map(({ selfScore }) => selfScore?.value)).toEqual(['58', '40']);
  });
});
