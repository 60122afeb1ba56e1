import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../model/outcome.ts';
import type { Profile } from '../../../model/profile.ts';
import { recomputeIndicators } from '../../../scoring/recompute-indicators.ts';
import { form, funds, row } from './assessment.ts';

type Texts = Parameters<typeof row>[0];

function rescore(texts: Texts, rest: Parameters<typeof form>[1] = {}, profile?: Profile): Outcome {
  const [outcome] = recomputeIndicators(form([row({ points: '10', ...texts })], rest), profile);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

const verdict = (target: string, actual: string, score: string, rest: Texts = {}): string =>
  rescore({ target, actual, score, ...rest }).verdict;

const profile: Profile = {
  id: 'test',
  form: 'project',
  name: { zh: '', en: '' },
  titles: [],
  basis: '',
  years: { from: 2020 },
  headers: {},
  columns: [],
  rubric: [],
  policies: {
    overshoot: 'half',
    overshootFrom: '1.5',
    inverse: 'ratio',
    equality: 'exact',
    qualitativeBands: ['0.8', '0.5'],
    gradeBands: [],
  },
};

describe('target and actual', () => {
  test.each([
    ['≥95%', '97.30%', '10', 'confirmed'],
    ['≥95%', '92%', '10', 'contradicted'],
    ['≥95%', '92%', '9.68', 'confirmed'],
    ['≥95%', '92%', '9.7', 'confirmed'],
    ['≥95%', '92%', '8', 'contradicted'],
    ['≥100户', '80户', '8', 'confirmed'],
    ['≥100户', '80户', '10', 'contradicted'],
    ['100人次', '100', '10', 'confirmed'],
    ['=42个', '42个', '10', 'confirmed'],
    ['=42个', '40个', '10', 'contradicted'],
    ['=42个', '40个', '0', 'admissible'],
    ['≤90万元', '85万元', '10', 'confirmed'],
    ['≤90万元', '100万元', '10', 'contradicted'],
    ['≤90万元', '100万元', '9', 'admissible'],
    ['≤90万元', '100万元', '8.89', 'admissible'],
    ['≤90万元', '850000元', '10', 'confirmed'],
    ['≤90万元', '850000', '10', 'confirmed'],
    ['≥95%', '0.97', '10', 'confirmed'],
    ['≥95%', '97', '10', 'confirmed'],
    ['290%', '95%', '10', 'admissible'],
    ['0起', '0起', '10', 'confirmed'],
    ['≤3次', '0次', '10', 'confirmed'],
    ['2023年12月底前', '2023年11月', '10', 'confirmed'],
    ['2019年12月', '2020年5月', '10', 'contradicted'],
    ['2019年12月', '2020年5月', '5', 'admissible'],
    ['达成目标', '部分达成年度指标', '10', 'contradicted'],
    ['效果明显', '达成年度指标', '9', 'admissible'],
    ['效果明显', '达成年度指标', '7', 'contradicted'],
    ['效果明显', '效果明显', '10', 'no-rule'],
    ['≥95%', '', '10', 'no-rule'],
    ['1.56 1.56', '1.56', '10', 'no-rule'],
    ['50户', '60人', '9', 'no-rule'],
  ])('%s against %s scored %s is %s', (target, actual, score, expected) => {
    expect(verdict(target, actual, score)).toBe(expected);
  });

  test('never contradicts a result far above the target, and asks for the reason where the form does', () => {
    const outcome = rescore({ target: '≥100人', actual: '222人', score: '8' });
    expect(outcome.verdict).toBe('admissible');
    expect(outcome.remarks?.map(({ kind }) => kind)).toContain('overshoot');
    const explained = rescore({
      target: '≥100人',
      actual: '222人',
      score: '8',
      reason: '政策调整，参训范围扩大',
    });
    expect(explained.remarks).toBeUndefined();
  });

  test('halves far overshot results where the form says so', () => {
    const [full, half] = ['10', '5'].map((score) =>
      rescore({ target: '≥100人', actual: '160人', score }, {}, profile),
    );
    expect([full?.verdict, half?.verdict]).toEqual(['contradicted', 'confirmed']);
  });

  test('takes the form’s own way with inverse and equal targets', () => {
    expect(rescore({ target: '≤80次', actual: '100次', score: '8' }, {}, profile).verdict).toBe('confirmed');
    expect(rescore({ target: '≤80次', actual: '100次', score: '7.5' }, {}, profile).verdict).toBe(
      'contradicted',
    );
    expect(rescore({ target: '=10个', actual: '9个', score: '9' }, {}, profile).verdict).toBe('contradicted');
    const linear = { remarks: [{ text: '反向指标得分=（1-（实际值-目标值）/目标值）×分值。', place: {} }] };
    expect(rescore({ target: '≤80次', actual: '100次', score: '7.5' }, linear).verdict).toBe('confirmed');
  });

  test('reads the bands for words from the remarks', () => {
    const remarks = [{ text: '定性指标分三档：100%-80%（含80%）、80%-50%（含50%）、50%-0%。', place: {} }];
    expect(rescore({ target: '明显', actual: '部分达成年度指标', score: '5.5' }, { remarks }).verdict).toBe(
      'admissible',
    );
    expect(rescore({ target: '明显', actual: '部分达成年度指标', score: '4' }, { remarks }).verdict).toBe(
      'contradicted',
    );
  });

  test('remarks on points lost without a reason, and does not call that a contradiction', () => {
    const outcome = rescore({ target: '≥95%', actual: '97%', score: '9' });
    expect(outcome).toMatchObject({ verdict: 'admissible', expected: '10' });
    expect(outcome.remarks?.map(({ kind }) => kind)).toEqual(['unexplained-loss']);
    expect(
      rescore({ target: '≥95%', actual: '97%', score: '9', reason: '个别项目延期' }).remarks,
    ).toBeUndefined();
  });

  test('does not take a copied target for a result', () => {
    for (const [target, actual] of [
      ['≥80%', '≥80%'],
      ['优良中低差', '优良中低差'],
    ] as const) {
      const outcome = rescore({ target, actual, score: '10' });
      expect([actual, outcome.verdict, outcome.remarks?.map(({ kind }) => kind)]).toEqual([
        actual,
        'admissible',
        ['not-a-value'],
      ]);
    }
  });

  test('takes signs before all results for a habit of the form', () => {
    const rows = ['≥98%', '≥96%', '≥95%'].map((actual) =>
      row({ points: '10', score: '10', target: '≥95%', actual }),
    );
    expect(recomputeIndicators(form(rows), undefined).map((outcome) => outcome.verdict)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
  });

  test('leaves costs without a sign open in both directions', () => {
    expect(verdict('90万元', '60万元', '10', { name: '项目总成本' })).not.toBe('contradicted');
    expect(verdict('90万元', '100万元', '10', { name: '项目总成本' })).not.toBe('contradicted');
  });
});

describe('the execution row', () => {
  const at = (score: string, executed = '95', rate = '95%'): Outcome =>
    rescore({ kind: 'execution', name: '预算执行率', score }, { funds: [funds('100', executed, rate)] });

  test('scores the rate times the points', () => {
    expect(at('9.5').verdict).toBe('confirmed');
    expect(at('10')).toMatchObject({ verdict: 'contradicted', expected: '9.5' });
  });

  test('accepts the printed rate where that was rounded', () => {
    expect(at('6', '59.58', '60%').verdict).not.toBe('contradicted');
  });

  test('never goes above the points', () => {
    expect(at('10', '130', '130%').verdict).toBe('confirmed');
  });
});
