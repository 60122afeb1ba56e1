import { describe, expect, test } from 'vitest';
import { readAssessments } from '../../tables/read-assessments.ts';
import { drawn, ragged } from './lay-out.ts';

const read = (table: Parameters<typeof drawn>[0]) => {
  const [assessment] = readAssessments(drawn(table), []).value;
  return (
    assessment && {
      columnsFrom: assessment.columnsFrom,
      rows: assessment.indicators.map(({ maxScore, selfScore }) => `${maxScore?.value} ${selfScore?.value}`),
    }
  );
};

const rows = [
  ['产出指标', '新建管网', '≥5公里', '5公里'],
  ['产出指标', '改造泵站', '≥2座', '2座'],
  ['效益指标', '供水保障', '提高', '提高'],
] as const;

const withFigures = (...columns: readonly (readonly string[])[]) =>
  rows.map((row, index) => [...row, ...columns.map((column) => column[index] ?? '')]);

const names = ['一级指标', '二级指标', '年度指标值', '实际完成值'] as const;

describe('a heading that nobody knows', () => {
  test('is that of the scores where none of its figures exceeds the points', () => {
    const table = [[...names, '分值', '单位填报'], ...withFigures(['40', '10', '50'], ['38', '10', '45'])];
    expect(read(table)).toEqual({ columnsFrom: 'figures', rows: ['40 38', '10 10', '50 45'] });
  });

  test('is that of the points where no score exceeds its figures', () => {
    const table = [[...names, '额度', '自评得分'], ...withFigures(['40', '10', '50'], ['38', '10', '45'])];
    expect(read(table)).toEqual({ columnsFrom: 'figures', rows: ['40 38', '10 10', '50 45'] });
  });

  test('of two such columns the first is the own score', () => {
    const table = [
      [...names, '分值', '单位填报', '领导意见'],
      ...withFigures(['40', '10', '50'], ['38', '10', '45'], ['36', '9', '45']),
    ];
    expect(read(table)).toEqual({ columnsFrom: 'figures', rows: ['40 38', '10 10', '50 45'] });
  });

  test('is left alone where figures exceed the points', () => {
    const table = [
      [...names, '分值', '完成数量', '备注'],
      ...withFigures(['40', '10', '50'], ['120', '8', '3'], ['', '', '']),
    ];
    expect(read(table)?.rows ?? []).not.toContain('10 8');
  });

  test('is left alone where the scores have their own heading', () => {
    const table = [
      [...names, '分值', '单位填报', '自评得分'],
      ...withFigures(['40', '10', '50'], ['1', '2', '3'], ['38', '10', '45']),
    ];
    expect(read(table)).toEqual({ columnsFrom: undefined, rows: ['40 38', '10 10', '50 45'] });
  });

  test('is inferred in text with tabs as well', () => {
    const text = [
      [...names, '分值', '单位填报'],
      ...withFigures(['40', '10', '50'], ['38', '10', '45']),
      ['总分', '', '', '', '100', '93'],
    ];
    const [assessment] = readAssessments(ragged(text.map((row) => row.join('\t')).join('\n')), []).value;
    expect(assessment?.indicators.map(({ selfScore }) => selfScore?.value)).toEqual(['38', '10', '45']);
  });
});
