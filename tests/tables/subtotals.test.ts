import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../model/assessment.ts';
import type { Extraction } from '../../model/extraction.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { isSubtotalName } from '../../text/subtotal-name.ts';
import { drawn, ragged } from './lay-out.ts';

const readOne = (extraction: Extraction): Assessment => {
  const [assessment, ...others] = readAssessments(extraction, []).value;
  expect(others).toEqual([]);
  if (assessment === undefined) throw new Error('no assessment was read');
  return assessment;
};

const rowsOf = ({ indicators }: Assessment) =>
  indicators.map(
    ({ path, maxScore, selfScore }) => `${path.join('/')} ${maxScore?.value} ${selfScore?.value}`,
  );

const groupsOf = ({ groups }: Assessment) =>
  groups.map(({ path, maxScore, selfScore }) => `${path.join('/')} ${maxScore?.value} ${selfScore?.value}`);

const header = ['一级指标', '二级指标', '三级指标', '分值', '自评得分'];
const output = [
  [{ text: '产出指标', rows: 2 }, { text: '数量指标', rows: 2 }, '新建管网', '30', '28'],
  ['改造泵站', '20', '20'],
];
const benefit = [['效益指标', '社会效益', '供水保障', '50', '45']];
const read = [
  '产出指标/数量指标/新建管网 30 28',
  '产出指标/数量指标/改造泵站 20 20',
  '效益指标/社会效益/供水保障 50 45',
];

describe('rows that add up others', () => {
  test.each([
    ['小计', '小  计'],
    ['合计', '合计'],
    ['产出指标小计', '效益指标小计'],
    ['小计（50分）', '小计'],
  ])('%s is the score of its level and no row', (first, second) => {
    const assessment = readOne(
      drawn([
        header,
        ...output,
        [{ text: first, columns: 3 }, '50', '48'],
        ...benefit,
        [{ text: second, columns: 3 }, '50', '45'],
        [{ text: '总分', columns: 3 }, '100', '93'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(groupsOf(assessment)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^产出指标.* 50 48$/),
        expect.stringMatching(/^效益指标.* 50 45$/),
      ]),
    );
    expect(assessment.total?.printed?.value).toBe('93');
  });

  test('a subtotal goes to the level whose points it adds up, not to an inner one with the same score', () => {
    const assessment = readOne(
      drawn([
        header,
        [{ text: '产出指标', rows: 2 }, '质量指标', '合格率', '30', '0'],
        ['成本指标', '总成本', '20', '18'],
        [{ text: '小计', columns: 3 }, '50', '18'],
        ...benefit,
        [{ text: '总分', columns: 3 }, '100', '63'],
      ]),
    );
    expect(groupsOf(assessment)).toContain('产出指标 50 18');
  });

  test('a wrong subtotal is kept as it is printed', () => {
    const assessment = readOne(
      drawn([
        header,
        ...output,
        [{ text: '小计', columns: 3 }, '50', '47'],
        ...benefit,
        [{ text: '总分', columns: 3 }, '100', '93'],
      ]),
    );
    expect(groupsOf(assessment).filter((group) => group.endsWith(' 50 47'))).toHaveLength(1);
  });

  test('a level may print its sums in a row above its own rows', () => {
    const assessment = readOne(
      drawn([
        header,
        ['产出指标', '', '', '50', '48'],
        ['', { text: '数量指标', rows: 2 }, '新建管网', '30', '28'],
        ['改造泵站', '20', '20'],
        ['效益指标', '', '', '50', '45'],
        ['', '社会效益', '供水保障', '50', '45'],
        [{ text: '合计', columns: 3 }, '100', '93'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(groupsOf(assessment)).toContain('产出指标 50 48');
    expect(groupsOf(assessment)).toContain('效益指标 50 45');
  });

  test('a level may stand in a row across the whole table', () => {
    const assessment = readOne(
      drawn([
        header.slice(1),
        [{ text: '产出指标（50分）', columns: 4 }],
        ...output.map((row) => row.filter((cell) => typeof cell === 'string' || cell.text !== '产出指标')),
        [{ text: '效益指标（50分）', columns: 4 }],
        ['社会效益', '供水保障', '50', '45'],
        [{ text: '合计', columns: 2 }, '100', '93'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual([
      '产出指标（50分）/数量指标/新建管网 30 28',
      '产出指标（50分）/数量指标/改造泵站 20 20',
      '效益指标（50分）/社会效益/供水保障 50 45',
    ]);
    expect(groupsOf(assessment)).toContain('产出指标（50分） 50 undefined');
  });

  test('a row of figures above the rows of the level that it names is no row, whatever they add up to', () => {
    const assessment = readOne(
      drawn([
        header,
        ['产出指标', '', '', '60', '58'],
        ['', { text: '数量指标', rows: 2 }, '新建管网', '30', '28'],
        ['改造泵站', '20', '20'],
        ['效益指标', '', '', '50', '45'],
        ['', '社会效益', '供水保障', '50', '45'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(groupsOf(assessment)).toContain('产出指标 60 58');
  });

  test('a row that stands alone in the column of an outer level is an indicator', () => {
    const assessment = readOne(
      drawn([header, ['预算执行率', '', '', '20', '19'], ['产出指标', '数量指标', '新建管网', '80', '78']]),
    );
    expect(rowsOf(assessment)).toEqual(['预算执行率 20 19', '产出指标/数量指标/新建管网 80 78']);
  });

  test('a sum that fits no level is that of the level at which the other sums stand', () => {
    const assessment = readOne(
      drawn([
        header,
        ...output,
        [{ text: '小计', columns: 3 }, '50', '48'],
        ...benefit,
        [{ text: '小计', columns: 3 }, '60', '50'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(groupsOf(assessment)).toContain('效益指标 60 50');
  });

  test('a sum that fits no level is that of the level which it names', () => {
    const assessment = readOne(
      drawn([header, ...output, [{ text: '产出指标小计', columns: 3 }, '60', '50'], ...benefit]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(groupsOf(assessment)).toContain('产出指标 60 50');
  });

  test('a level that stands alone in its row needs no wide cell', () => {
    const assessment = readOne(
      drawn([
        ['二级指标', '三级指标', '分值', '自评得分'],
        ['产出(50分)', '', '', ''],
        ['数量指标', '新建管网', '50', '48'],
        ['效果', '', '', ''],
        ['社会效益', '供水保障', '50', '45'],
        ['合计', '', '100', '93'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual([
      '产出(50分)/数量指标/新建管网 50 48',
      '效果/社会效益/供水保障 50 45',
    ]);
  });

  test('a sum that fits no level is noted, and is no row', () => {
    const assessment = readOne(
      drawn([
        header,
        ...output,
        [{ text: '小计', columns: 3 }, '40', '39'],
        ...benefit,
        ['总分', '', '', '100', '93'],
      ]),
    );
    expect(rowsOf(assessment)).toEqual(read);
    expect(assessment.notes.map(({ code }) => code)).toEqual(['table/subtotal-not-placed']);
  });

  test('in moved text sums stand beside their names, and levels in lines of their own', () => {
    const assessment = readOne(
      ragged(
        [
          '一级指标\t二级指标\t三级指标\t评分标准\t分值\t自评得分',
          '产出指标\t50\t48',
          '数量指标\t新建管网\t建成得满分\t30\t28',
          '改造泵站\t建成得满分\t20\t20',
          '效益指标（50分）',
          '社会效益\t供水保障\t完成得满分\t50\t45',
          '小计\t50\t45',
          '总分\t100\t93',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual([
      '产出指标/数量指标/新建管网 30 28',
      '产出指标/数量指标/改造泵站 20 20',
      '效益指标（50分）/社会效益/供水保障 50 45',
    ]);
    expect(groupsOf(assessment)).toEqual(
      expect.arrayContaining(['产出指标 50 48', '效益指标（50分） 50 45']),
    );
  });

  test('a heading that nobody knows does not lend its cells to its neighbours', () => {
    const assessment = readOne(
      ragged(
        [
          '一级指标\t三级指标\t参照口径\t实际完成值\t分值\t自评得分',
          '产出指标\t按时完成\t健全\t健全\t50\t48',
          '效益指标\t公众知晓\t100%\t100%\t50\t45',
          '总分\t\t\t\t100\t93',
        ].join('\n'),
      ),
    );
    expect(rowsOf(assessment)).toEqual(['产出指标/按时完成 50 48', '效益指标/公众知晓 50 45']);
  });

  test.each(['小计', '产出指标小计', '合 计', '小计（50分）', '得分小计'])('%s names a sum', (name) => {
    expect(isSubtotalName(name)).toBe(true);
  });

  test.each(['统计数据准确率', '审计整改率', '合计划', '会计核算'])('%s names no sum', (name) => {
    expect(isSubtotalName(name)).toBe(false);
  });
});
