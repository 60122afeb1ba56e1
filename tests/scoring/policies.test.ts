import { describe, expect, test } from 'vitest';
import type { Finding } from '../../model/finding.ts';
import { type ExampleAssessment, exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

const findings = (example: ExampleAssessment): readonly Finding[] =>
  scoreAssessment(exampleAssessment(example), undefined).findings;

const codes = (example: ExampleAssessment) =>
  findings(example).map(({ code, severity }) => `${severity} ${code}`);

describe('errors rest on firm readings', () => {
  const rows = [
    { path: ['产出', '数量'], max: '60', score: '58' },
    { path: ['效益', '社会效益'], max: '40', score: '38' },
  ] as const;

  test('a total that no way of counting gives is an error', () => {
    expect(codes({ rows, total: '97', full: '100' })).toEqual(['error total/mismatch']);
  });

  test('the same on a doubtful row is a warning', () => {
    const [first, second] = rows;
    expect(codes({ rows: [first, { ...second, confidence: 0.3 }], total: '97', full: '100' })).toEqual([
      'warning total/mismatch',
    ]);
  });

  test('rows for a fifth of the points are an incomplete table with a total of its own', () => {
    const some = [{ path: ['采购', '合规性'], max: '20', score: '18.5' }] as const;
    expect(codes({ rows: some, total: '96.8', full: '100' })).toEqual([
      'error total/mismatch',
      'error table/incomplete',
    ]);
    expect(codes({ rows: some, total: '96.8', full: '100', unreadRows: 1 })).toContain(
      'error table/incomplete',
    );
  });

  test('a row whose points were not read keeps the table from being called incomplete', () => {
    const example = { rows: [rows[0], { path: ['效益', '社会效益'], score: '38' }], full: '100' } as const;
    expect(codes({ ...example, total: '96' })).toEqual([]);
    expect(codes({ ...example, total: '97' })).toEqual(['error total/mismatch']);
  });

  test('the grade is affected where the recomputed total lies in another band', () => {
    const [near] = findings({ rows, total: '89', full: '100' });
    expect(near).toMatchObject({ code: 'total/mismatch', affectsGrade: true, recomputed: '96' });
    const [same] = findings({ rows, total: '97', full: '100' });
    expect(same?.affectsGrade).toBe(false);
  });
});

describe('what is no disagreement', () => {
  test('a form without scores has none missing', () => {
    const rows = [{ path: ['产出', '数量'], target: '5', actual: '5' }] as const;
    expect(codes({ rows, columns: ['level1', 'target', 'actual'] })).toEqual([]);
  });

  test('an execution row beside 100 points', () => {
    const rows = [
      { path: ['预算执行率'], kind: 'execution', max: '10', score: '9' },
      { path: ['产出', '数量'], max: '100', score: '95' },
    ] as const;
    expect(codes({ rows, total: '104', full: '110' })).toEqual([]);
    expect(codes({ rows, total: '104', full: '100' })).toEqual([]);
    expect(codes({ rows, total: '95', full: '100' })).toEqual([]);
  });

  test('one of two optional branches', () => {
    const rows = [
      { path: ['基础指标', '管理'], max: '60', score: '58' },
      { path: ['特性指标一（可选项）', 'a'], max: '40', score: '39' },
      { path: ['特性指标二（可选项）', 'b'], max: '40' },
    ] as const;
    expect(codes({ rows, total: '97', full: '100' })).toEqual([]);
  });

  test('goals that carry percentages', () => {
    const rows = [
      { path: ['目标1', 'a'], max: '100', score: '90' },
      { path: ['目标2', 'b'], max: '100', score: '80' },
    ] as const;
    const groups = [
      { path: ['目标1'], max: '60%' },
      { path: ['目标2'], max: '40%' },
    ] as const;
    expect(codes({ rows, groups, total: '86', full: '100' })).toEqual([]);
  });

  test('rows scored out of 100 and weighed by percentages', () => {
    const rows = [
      { path: ['产出', 'a'], max: '60%', score: '90' },
      { path: ['产出', 'b'], max: '40%', score: '80' },
    ] as const;
    expect(codes({ rows, total: '86' })).toEqual([]);
  });
});
