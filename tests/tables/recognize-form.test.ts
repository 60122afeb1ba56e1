import { describe, expect, test } from 'vitest';
import type { Profile } from '../../model/profile.ts';
import { readAssessments } from '../../tables/read-assessments.ts';
import { drawn } from './lay-out.ts';

const lakeForm: Profile = {
  id: 'lake-project',
  form: 'project',
  name: { zh: '湖区项目表', en: 'lake form' },
  titles: ['湖区项目绩效自评表'],
  basis: '为测试而写',
  headers: {},
  columns: ['level1', 'target', 'actual', 'points', 'selfScore'],
  marks: {
    block: ['湖长', '水位'],
    header: ['考核指标', '目标值', '实绩', '标准分'],
    lacks: ['reviewScore'],
  },
  policies: { gradeBands: [] },
  rubric: [],
};

const header = ['考核指标', '目标值', '实绩', '标准分', '得分'];
const rows = [
  ['岸线清理', '10公里', '10公里', '60', '60'],
  ['水质达标率', '100%', '100%', '40', '40'],
  ['合计', '', '', '100', '100'],
];
const block = [
  ['湖长', '张明', '', '', ''],
  ['水位', '3.2米', '', '', ''],
];

const idOf = (
  profiles: readonly Profile[],
  title = '湖区项目绩效自评表',
  lines = [...block, header, ...rows],
) => {
  const [assessment] = readAssessments(drawn(lines, [title]), profiles).value;
  expect(assessment?.indicators).toHaveLength(2);
  return assessment?.profileId;
};

describe('a form without a rubric', () => {
  test('is recognised by title, columns and wordings together', () => {
    expect(idOf([lakeForm])).toBe('lake-project');
  });

  test('is recognised without its title when everything else is there', () => {
    expect(idOf([lakeForm], '项目绩效自评表')).toBe('lake-project');
  });

  test('keeps its profile when the columns stand in another order', () => {
    const turned = [...block, header, ...rows].map((cells) => [cells[0] ?? '', ...cells.slice(1).reverse()]);
    expect(idOf([lakeForm], '湖区项目绩效自评表', turned)).toBe('lake-project');
  });

  test('is none when less than half of the wordings of one list are there', () => {
    expect(idOf([lakeForm], '湖区项目绩效自评表', [header, ...rows])).toBeUndefined();
  });

  test('is none when a column is missing that the form always has', () => {
    expect(idOf([{ ...lakeForm, columns: [...lakeForm.columns, 'reason'] }])).toBeUndefined();
  });

  test('is none when it has a column that the form never has', () => {
    const marks = { ...lakeForm.marks, lacks: ['actual'] as const };
    expect(idOf([{ ...lakeForm, columns: ['level1', 'points'], marks }])).toBeUndefined();
  });

  test('is none when another known form fits as well', () => {
    expect(idOf([lakeForm, { ...lakeForm, id: 'pond-project' }])).toBeUndefined();
  });

  test('goes to the form of the place where only the place tells two forms apart', () => {
    const local = {
      ...lakeForm,
      id: 'local-project',
      marks: { ...lakeForm.marks, regions: ['云溪'] as const },
    };
    const named = [['项目单位', '云溪县水务局', '', '', ''], ...block, header, ...rows];
    expect(idOf([lakeForm, local], '湖区项目绩效自评表', named)).toBe('local-project');
    expect(idOf([lakeForm, local])).toBe('lake-project');
  });

  test('is none when it is a department form and the profile is of projects', () => {
    expect(idOf([lakeForm], '部门整体支出绩效自评表')).toBeUndefined();
  });

  test('is none when the profile is known by its rubric alone', () => {
    const { marks: _marks, ...rubricOnly } = lakeForm;
    expect(idOf([rubricOnly])).toBeUndefined();
  });
});
