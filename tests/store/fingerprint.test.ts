import { expect, test } from 'vitest';
import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import { knownFindings } from '../../store/findings/fingerprint.ts';
import { finding, resultOf } from './arrivals.ts';

const sha256 = 'ab'.repeat(32);

const prints = (result: CheckResult): readonly string[] =>
  knownFindings(sha256, result).map(({ fingerprint }) => fingerprint);

const onRow = (subject: string) => finding({ code: 'score/above-max', subject, printed: '21' });

/** The result with its first assessment read otherwise. */
function reread(
  result: CheckResult,
  change: (assessment: ResultAssessment) => ResultAssessment,
): CheckResult {
  return { ...result, assessments: result.assessments.map(change) };
}

test('another message, place or recomputed figure leaves a finding what it was', () => {
  const [before] = prints(resultOf(sha256, [[finding()]]));
  const [after] = prints(
    resultOf(sha256, [[finding({ recomputed: '90', severity: 'warning', sources: [], message: 'x' })]]),
  );
  expect(after).toBe(before);
});

test('another printed figure, code or document makes it another finding', () => {
  const result = resultOf(sha256, [[finding()]]);
  const [before] = prints(result);
  expect(prints(resultOf(sha256, [[finding({ printed: '96' })]]))).not.toContain(before);
  expect(prints(resultOf(sha256, [[finding({ code: 'table/incomplete' })]]))).not.toContain(before);
  expect(knownFindings('cd'.repeat(32), result)[0]?.fingerprint).not.toBe(before);
});

test('a finding follows its row when a row more is read above it', () => {
  const [before] = prints(resultOf(sha256, [[onRow('r2')]]));
  const shifted = reread(resultOf(sha256, [[onRow('r3')]]), (assessment) => ({
    ...assessment,
    indicators: [
      ...assessment.indicators.slice(0, 1).map((row) => ({ ...row, id: 'r1', path: ['新'] })),
      ...assessment.indicators.map((row, index) => ({ ...row, id: `r${index + 2}` })),
    ],
  }));
  expect(prints(shifted)).toEqual([before]);
  expect(prints(resultOf(sha256, [[onRow('r3')]]))).not.toEqual([before]);
});

test('a better read title changes nothing where the report is alone in its file', () => {
  const [before] = prints(resultOf(sha256, [[finding()]], { title: null, unit: null }));
  expect(prints(resultOf(sha256, [[finding()]], { title: '自评表' }))).toEqual([before]);
});

test('the same finding twice, or in two reports of one file, is two findings', () => {
  const all = [
    ...prints(resultOf(sha256, [[finding(), finding()], [finding()]])),
    ...prints(resultOf(sha256, [[finding()], [finding()]], { project: '校舍维修' })),
  ];
  expect(new Set(all).size).toBe(5);
});

test('a finding follows its project when another report is read before it', () => {
  const named = (...projects: readonly string[]): CheckResult => {
    const result = resultOf(
      sha256,
      projects.map(() => [finding()]),
    );
    return {
      ...result,
      assessments: result.assessments.map((each, index) => ({ ...each, project: projects[index] ?? null })),
    };
  };
  const before = prints(named('甲', '乙'));
  const after = prints(named('丙', '甲', '乙'));
  expect(after.slice(1)).toEqual(before);
});
