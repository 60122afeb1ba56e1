import { describe, expect, test } from 'vitest';
import { exampleAssessment, exampleGrades } from '../../scoring/checks/example-assessment.ts';
import { readGradeLabel } from '../../scoring/grade/grade-labels.ts';
import { readBands } from '../../scoring/grade/read-bands.ts';
import { scoringContext } from '../../scoring/scoring-context.ts';

const grade = (total: string, more: Partial<Parameters<typeof exampleAssessment>[0]>) =>
  scoringContext(
    exampleAssessment({ rows: [{ path: ['a'], max: '100', score: total }], total, full: '100', ...more }),
    undefined,
  ).grade;

describe('bands in remarks', () => {
  test.each([
    '绩效自评等级：90–100优 80–90良 60–80中 <60差',
    '等级：优（90分≤得分≤100分）、良（80分≤得分＜90分）、中（60分≤得分＜80分）、差（得分＜60分）',
    '90分（含）-100分为优，80分（含）-90分为良，60分（含）-80分为中，60分以下为差。',
    '自评得分≥90分为优秀；80≤得分<90为良好；60≤得分<80为合格；得分<60为不合格',
    '其中90-100优，80-90良，60-80中，60以下差',
    '偏差大的要说明。90-100优，80-90良，60-80中，60以下差',
  ])('%s', (remark) => {
    const bands = readBands(remark);
    expect(bands?.map(({ low }) => low)).toEqual(['90', '80', '60', '0']);
    expect(bands?.[0]?.label).toMatch(/^优/);
  });

  test('shares of points are no bands', () => {
    expect(readBands('达成100%-80%（含）优、80%-60%良、60%-0%差')).toBeUndefined();
    expect(readBands('定性指标按优、良、中、差评定')).toBeUndefined();
  });
});

describe('the printed grade', () => {
  test('agrees with the band of the total', () => {
    expect(grade('90', { grade: { options: exampleGrades('优') } }).verdict).toBe('agrees');
    expect(grade('89.9', { grade: { options: exampleGrades('优') } })).toMatchObject({
      verdict: 'disagrees',
      expected: '良',
      bands: 'document',
    });
  });

  test('is matched by its position in another scale', () => {
    expect(grade('95', { grade: { written: '优秀' } })).toMatchObject({
      verdict: 'agrees',
      bands: 'default',
    });
    expect(grade('75', { grade: { written: 'B级' } }).verdict).toBe('disagrees');
  });

  test('is not judged in a gap between bands, nor when several are chosen', () => {
    const remarks = ['90-100优，80-89良，60-79中，0-59差'];
    expect(grade('89.5', { remarks, grade: { written: '优' } }).verdict).toBe('undetermined');
    expect(grade('95', { grade: { options: exampleGrades('优', '良') } }).verdict).toBe('undetermined');
  });

  test('may be either of two bands that share a bound', () => {
    const remarks = ['90-100优，80-90良，60-80中，0-60差'];
    expect(grade('90', { remarks, grade: { written: '良' } }).verdict).toBe('agrees');
    expect(grade('90', { remarks, grade: { written: '优' } }).verdict).toBe('agrees');
  });
});

test('labels are read with what is written around them', () => {
  expect(['优', ' 良好 ', 'A级', '优（95.2分）', '不合格', '优等次'].map(readGradeLabel)).toEqual([
    '优',
    '良好',
    'A',
    '优',
    '不合格',
    '优',
  ]);
  expect(readGradeLabel('优良中差')).toBeUndefined();
});
