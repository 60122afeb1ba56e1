import { describe, expect, test } from 'vitest';
import { type ExampleRow, exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { findRepeats, repeatsAcross, reportText } from '../../scoring/narrative-repeats.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

const columns = ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'] as const;
const row = (rest: Partial<ExampleRow>): ExampleRow => ({
  path: ['产出', '培训人次'],
  max: '20',
  target: '≥200人次',
  ...rest,
});

const found = (one: ExampleRow, remarks: readonly string[] = []): readonly string[] =>
  scoreAssessment(exampleAssessment({ columns, rows: [one], remarks }), undefined)
    .findings.filter(({ subject }) => subject === 'r1')
    .map(({ severity, code }) => `${severity} ${code}`);

describe('one loss, one finding', () => {
  test('target met and no reason: the loss is unexplained, and its reason is not asked for again', () => {
    expect(found(row({ score: '18', actual: '200人次' }))).toEqual(['warning score/unexplained-loss']);
  });

  test('target missed and no reason: the score is right, the reason is missing', () => {
    expect(found(row({ score: '15', actual: '150人次' }))).toEqual(['warning deviation/reason-missing']);
  });

  test('target missed and full marks: nothing is lost', () => {
    expect(found(row({ score: '20', actual: '150人次' }))).toEqual(['error score/contradicts-evidence']);
  });

  test('a score above its points has one check', () => {
    expect(
      found(row({ score: '22', actual: '150人次' })).filter((each) => !each.includes('above-max')),
    ).toEqual([]);
  });

  test('a rule that nobody printed makes a warning of a partial score', () => {
    const partial = row({ score: '12', actual: '150人次', reason: '两期延后' });
    expect(found(partial)).toEqual(['warning score/contradicts-evidence']);
    const stated = ['定量指标未完成的按实际完成值与指标值的比例计分，反向指标得分=权重×A/B。'];
    expect(found(partial, stated)).toEqual(['error score/contradicts-evidence']);
  });

  test('doubtful readings make warnings', () => {
    expect(found(row({ score: '20', actual: '150人次', confidence: 0.3 }))).toEqual([
      'warning score/contradicts-evidence',
    ]);
    const moved = { field: 'actual', because: { zh: '移动', en: 'moved' } } as const;
    expect(found(row({ score: '20', actual: '150人次', repairs: [moved] }))).toEqual([
      'warning score/contradicts-evidence',
    ]);
  });
});

describe('repeated reports', () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己'];
  const text = (name: string): string => `${name}类设备全年按计划分四批采购到位，第三批因汛期推迟至十月交货`;
  const report = (unit: string, count: number) =>
    exampleAssessment({
      unit,
      rows: names.map((name, index) => ({
        path: ['产出', name],
        max: '10',
        score: '10',
        evidence: index < count ? text(name) : `${unit}${name}`,
      })),
    });

  test('five rows in another unit’s words are a repeat, four are not', () => {
    const whole = reportText(report('某镇水务站', 6));
    expect(findRepeats(reportText(report('某区水务局', 5)), [whole])).toMatchObject({ unit: '某镇水务站' });
    expect(findRepeats(reportText(report('某区水务局', 4)), [whole])).toBeUndefined();
    expect(findRepeats(reportText(report('某镇水务站', 6)), [whole])).toBeUndefined();
  });

  test('one text in many rows is one text', () => {
    const same = (unit: string) =>
      exampleAssessment({
        unit,
        rows: names.map((name) => ({ path: ['产出', name], evidence: text('同') })),
      });
    expect(findRepeats(reportText(same('某区水务局')), [reportText(same('某镇水务站'))])).toBeUndefined();
  });

  test('results of a whole run are compared by their ids', () => {
    const all = [
      { ...report('某区水务局', 6), id: 'a#1' },
      { ...report('某镇水务站', 6), id: 'b#1' },
      { ...report('某县水务局', 0), id: 'c#1' },
    ];
    expect([...repeatsAcross(all).keys()]).toEqual(['a#1', 'b#1']);
  });
});
