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

function changes(before: readonly Row[], after: readonly Row[]): readonly string[] {
  return compareVersions(version(before), version(after)).rows.map(
    ({ path, change, selfScore }) => `${path.at(-1)} ${change} ${selfScore.before} ${selfScore.after}`,
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
    '时效 removed 5 null',
    '数量 same 10 10',
    '成本 removed 4 null',
    '满意度 added null 5',
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

test('other points of the same score are a change, as are another total and another grade', () => {
  const diff = compareVersions(
    version([['数量', '10', '10']]),
    version([['数量', '12', '10']], {
      grade: { printed: null, expected: '优', verdict: 'not-printed', bands: 'document' },
    }),
  );
  expect(diff.rows[0]).toMatchObject({ change: 'changed', maxScore: { before: '10', after: '12' } });
  expect(diff.total).toEqual({ before: '93.52', after: '93.52' });
  expect(diff.grade).toEqual({ before: '优', after: null });
});
