import { expect, test } from 'vitest';
import type { ResultAssessment } from '../../model/result.ts';
import { compareVersions } from '../../store/results/compare-versions.ts';
import { assessment } from '../reports/results.ts';

type Row = readonly [name: string, maxScore: string, selfScore: string | null];

function version(rows: readonly Row[], changes: Partial<ResultAssessment> = {}): ResultAssessment {
  const whole = assessment();
  const [template] = whole.indicators;
  if (!template) throw new Error('no row to copy');
  return {
    ...whole,
    indicators: rows.map(([name, maxScore, selfScore], index) => ({
      ...template,
      id: `r${index + 1}`,
      path: ['产出', name],
      maxScore,
      selfScore,
    })),
    ...changes,
  };
}

function changes(...versions: readonly (readonly Row[])[]): readonly string[] {
  return compareVersions(versions.map((rows) => version(rows))).rows.map(
    ({ path, change, figures }) =>
      `${path.at(-1)} ${change} ${figures.map((row) => (row === null ? 'none' : String(row.selfScore))).join(' ')}`,
  );
}

test('rows are compared by name, whatever their order', () => {
  const before = [
    ['数量', '10', '10'],
    ['质量', '10', '9'],
  ] satisfies Row[];
  const after = [
    ['质 量', '10', '9.5'],
    ['数量', '10', '10'],
  ] satisfies Row[];
  expect(changes(before, after)).toEqual(['质 量 changed 9 9.5', '数量 same 10 10']);
});

test('new rows and dropped rows stand where they stood', () => {
  const before = [
    ['时效', '5', '5'],
    ['数量', '10', '10'],
    ['成本', '5', '4'],
    ['质量', '10', '9'],
  ] satisfies Row[];
  const after = [
    ['数量', '10', '10'],
    ['满意度', '5', '5'],
    ['质量', '10', '9'],
  ] satisfies Row[];
  expect(changes(before, after)).toEqual([
    '时效 changed 5 none',
    '数量 same 10 10',
    '成本 changed 4 none',
    '满意度 changed none 5',
    '质量 same 9 9',
  ]);
});

test('rows of one name are told apart by their order', () => {
  const before = [
    ['数量', '10', '10'],
    ['数量', '5', '5'],
  ] satisfies Row[];
  const after = [
    ['数量', '10', '10'],
    ['数量', '5', null],
  ] satisfies Row[];
  expect(changes(before, after)).toEqual(['数量 same 10 10', '数量 changed 5 null']);
});

test('more than two versions stand side by side, each with its own rows', () => {
  const first = [
    ['时效', '5', '5'],
    ['数量', '10', '10'],
  ] satisfies Row[];
  const second = [['数量', '10', '9']] satisfies Row[];
  const third = [
    ['数量', '10', '9'],
    ['质量', '10', '8'],
  ] satisfies Row[];
  expect(changes(first, second, third)).toEqual([
    '时效 changed 5 none none',
    '数量 changed 10 9 9',
    '质量 changed none none 8',
  ]);
  expect(changes(second)).toEqual(['数量 same 9']);
});

test('other points of the same score are a change, as are another total and another grade', () => {
  const table = compareVersions([
    version([['数量', '10', '10']]),
    version([['数量', '12', '10']], {
      grade: { printed: null, expected: '优', verdict: 'not-printed', bands: 'document' },
    }),
  ]);
  expect(table.rows[0]).toEqual({
    path: ['产出', '数量'],
    change: 'changed',
    figures: [
      { maxScore: '10', selfScore: '10' },
      { maxScore: '12', selfScore: '10' },
    ],
  });
  expect(table.totals).toEqual(['93.52', '93.52']);
  expect(table.grades).toEqual(['优', null]);
});
