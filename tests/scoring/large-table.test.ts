import { expect, test } from 'vitest';
import { exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

test('a table of a thousand rows with missing scores is scored', { timeout: 30_000 }, () => {
  const assessment = exampleAssessment({
    rows: Array.from({ length: 1000 }, (_, index) => ({
      path: [`组${index % 50}`, `指标${index}`] as const,
      max: '1.37',
      ...(index % 3 === 0 ? {} : { score: '1.2' }),
    })),
    groups: Array.from({ length: 50 }, (_, index) => ({ path: [`组${index}`] as const, max: '5' })),
    total: '97',
    full: '100',
  });
  const scored = scoreAssessment(assessment, undefined);
  expect(scored.coverage.rows).toBe(1000);
});
