import { describe, expect, test } from 'vitest';
import type { Assessment, Statement } from '../../model/assessment.ts';
import { exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { assignStatements } from '../../tables/assign-statements.ts';
import type { Line } from '../../tables/line.ts';
import { readStatements } from '../../tables/read-statements.ts';
import { matchKey } from '../../text/fold.ts';

const prose = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text, index) => ({ kind: 'prose', text, key: matchKey(text), place: { line: index + 1 } }));

const read = (kind: Statement['kind'], ...texts: readonly string[]): readonly string[] =>
  readStatements(prose(...texts))
    .filter((statement) => statement.kind === kind)
    .map(({ value }) => value);

describe('totals', () => {
  test.each([
    ['经自评，我单位自评得分为96.8分。', '96.8'],
    ['综合评分96.8分，', '96.8'],
    ['自评总分 96.8 分', '96.8'],
    ['本次绩效自评，得分 96.8 分，评价等级为“优”。', '96.8'],
    ['2023年度部门整体支出绩效自评得分为９６.８０分（满分100分）。', '96.8'],
    ['项目满分100分，自评得分92分。', '92'],
    ['总得分：88.5分', '88.5'],
    ['自评结果为95分', '95'],
    ['从投入、过程、产出、效益四个方面自评，综合得分为93.4分。', '93.4'],
    ['对照绩效评价指标体系逐项打分，自评得分100分。', '100'],
  ])('%s', (text, value) => {
    expect(read('total', text)).toEqual([value]);
  });

  test.each([
    '该项得分10分。',
    '产出指标得分48分。',
    '产出方面，自评得分48分。',
    '其中：过程类指标自评得分19分，',
    '预算执行率为95%，得分9.5分。',
    '满意度自评得分10分',
    '满分100分。',
    '总分100分，',
    '自评得分90分以上的为优。',
    '自评得分90-100分为优，',
    '自评得分达到80分的，评为良；',
    '上年自评得分95分。',
    '财政复核得分92分。',
    '第三方评价综合得分91分。',
    '扣3.2分，自评得分另行计算。',
    '3个项目自评平均得分98分。',
    '各单位自评得分均为100分。',
    '甲、乙两个项目自评得分分别为96分、95分。',
    '职工技能测评得分为95分。',
  ])('none in %s', (text) => {
    expect(read('total', text)).toEqual([]);
  });

  test('a heading about a part speaks for the sentence under it', () => {
    expect(read('total', '（二）产出情况', '自评得分48分。')).toEqual([]);
    expect(read('total', '三、绩效自评结果', '自评得分96分。')).toEqual(['96']);
  });
});

describe('grades', () => {
  test.each([
    ['自评得分96.8分，评价等级为"优"。', '优'],
    ['自评结果为“良”。', '良'],
    ['绩效等级：优秀', '优秀'],
  ])('%s', (text, value) => {
    expect(read('grade', text)).toEqual([value]);
  });

  test.each(['评价等级为优良中差四档', '评价结果为各单位改进工作的依据'])('none in %s', (text) => {
    expect(read('grade', text)).toEqual([]);
  });
});

describe('years and dates', () => {
  test('the year of assessment', () => {
    expect(read('year', '2022年度部门整体支出绩效自评报告')).toEqual(['2022']);
    expect(read('year', '现将2023年度项目绩效自评情况报告如下，与2022年度相比有所提高。')).toEqual(['2023']);
    expect(read('year', '2022年度收入决算增加。')).toEqual([]);
  });

  test('dates of publication', () => {
    expect(read('publication-date', '发布时间：2022-05-16 10:30  来源：某局')).toEqual(['2022-05-16']);
    expect(read('publication-date', '填报日期：2023年3月')).toEqual(['2023-03']);
    expect(read('publication-date', '2022-05-16')).toEqual([]);
  });
});

describe('whose statement it is', () => {
  const project = { text: '城乡道路改造', place: {} };
  const form = (rest: Partial<Assessment>, ...texts: readonly string[]): Assessment => ({
    ...exampleAssessment({ rows: [], unit: '某某县交通运输局', year: 2023 }),
    statements: readStatements(prose(...texts)),
    ...rest,
  });
  const values = (assessments: readonly Assessment[]) =>
    assignStatements(assessments).map(({ statements }) => statements.map(({ value }) => value));

  test.each([
    ['该项目自评得分96分。', ['96']],
    ['城乡道路改造项目自评得分96分。', ['96']],
    ['农村客运补贴项目自评得分96分。', []],
    ['部门整体支出自评得分96分。', []],
    ['某某县公路养护中心自评得分96分。', []],
    ['2022年自评得分96分。', []],
    ['2024年4月组织开展自评，自评得分96分。', ['96']],
  ])('the only form of its document: %s', (text, expected) => {
    expect(values([form({ project }, text)])).toEqual([expected]);
  });

  test('a department form takes no score of a project', () => {
    const text = '农村客运补贴项目自评得分90分。部门整体支出自评得分96分。';
    expect(values([form({ form: 'department' }, text)])).toEqual([['96']]);
  });

  test('among several forms the sentence must name one', () => {
    const other = { project: { text: '农村客运补贴', place: {} } };
    const text = ['自评得分95分。', '农村客运补贴项目自评得分90分。'];
    expect(values([form({ project }, ...text), form(other)])).toEqual([[], ['90']]);
  });
});
