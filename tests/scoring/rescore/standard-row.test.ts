import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../model/outcome.ts';
import { recomputeIndicators } from '../../../scoring/recompute-indicators.ts';
import { form, row } from './assessment.ts';

type Texts = Parameters<typeof row>[0];

function rescore(texts: Texts): Outcome {
  const [outcome] = recomputeIndicators(form([row(texts)], { form: 'department' }), undefined);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

const signing: Texts = {
  name: '合同签订及时性',
  points: '3',
  standard:
    '签订及时率=按时签订合同项目数/项目总数。签订及时率=100%，得3分；90%≤签订及时率<100%，得2分；80%≤签订及时率<90%，得1分；签订及时率<80%，不得分。',
  evidence:
    '本单位全年采购项目共46个，其中按时签订合同项目数42个，签订及时率91.3%。改进措施：今后一律在30日内签订。',
};

const quota: Texts = {
  name: '公用经费控制率',
  points: '2',
  standard:
    '控制率=（公用经费实际支出额-公用经费预算额）/公用经费预算额×100%。控制率≤0，得满分；控制率>0时，每增加5%（含）扣减0.5分，减至0分为止。',
};

describe('a row with a standard and evidence', () => {
  test('is confirmed where its own counts give the score, and the clause and the numbers are quoted', () => {
    const outcome = rescore({ ...signing, score: '2' });
    expect(outcome).toMatchObject({ verdict: 'confirmed', expected: '2', rule: 'tiers', basis: 'standard' });
    expect(outcome.because.zh).toContain('90%≤签订及时率<100%，得2分；42÷46＝91.30%');
  });

  test('is contradicted where its own counts give another score', () => {
    const outcome = rescore({ ...signing, score: '3' });
    expect(outcome).toMatchObject({ verdict: 'contradicted', expected: '2', range: ['2', '2'] });
    expect(outcome.because.zh).toContain('复算2分，自评3分');
  });

  test('is inadmissible where no facts can give the score, whatever the evidence', () => {
    expect(rescore({ ...signing, score: '2.5' }).verdict).toBe('inadmissible');
    const { evidence: _evidence, ...bare } = signing;
    const outcome = rescore({ ...bare, score: '2.5' });
    expect(outcome.verdict).toBe('inadmissible');
    expect(outcome.admissible).toEqual({ kind: 'finite', values: ['0', '1', '2', '3'] });
  });

  test('is admissible without evidence', () => {
    const { evidence: _evidence, ...bare } = signing;
    for (const score of ['0', '1', '2', '3']) expect(rescore({ ...bare, score }).verdict).toBe('admissible');
  });

  test('reports a stated rate that its numbers do not give, and does not decide by either alone', () => {
    const evidence = '采购项目共46个，按时签订合同项目数42个，签订及时率为100%。';
    for (const score of ['2', '3']) {
      const outcome = rescore({ ...signing, evidence, score });
      expect(outcome.verdict).not.toBe('contradicted');
      expect(outcome.remarks?.map(({ kind }) => kind)).toEqual(['arithmetic-mismatch']);
    }
    expect(rescore({ ...signing, evidence, score: '1' }).verdict).toBe('contradicted');
  });

  test.each([
    ['公用经费实际支出额160.63万元，未超过公用经费预算额167.84万元。', '2', 'confirmed'],
    ['公用经费实际支出额180.00万元，公用经费预算额160.00万元。', '2', 'contradicted'],
    ['公用经费实际支出额180.00万元，公用经费预算额160.00万元。', '1', 'confirmed'],
    ['公用经费实际支出额180.00，公用经费预算额160.00万元。', '2', 'admissible'],
  ])('computes a defined rate from amounts: %s scored %s is %s', (evidence, score, verdict) => {
    expect(rescore({ ...quota, evidence, score }).verdict).toBe(verdict);
  });

  test('takes 无结转结余 for zero', () => {
    const standard =
      '结余率=年末结转结余数/（年初结转结余数+全年收入数）×100%。结余率≤10%的，得2分；10%<结余率≤20%的，得1分；结余率>20%的，得0分。';
    expect(
      rescore({ points: '2', standard, evidence: '全年预算已全部执行，无结转结余。', score: '2' }).verdict,
    ).toBe('confirmed');
  });

  test('takes “部分未按规定” for not all', () => {
    const standard = '合同备案公开，自签订之日起2个工作日内在采购网备案公开，符合规定的得满分，否则不得分。';
    const evidence = '部分合同未按规定在签订之日起2个工作日内在采购网备案公开。';
    expect(rescore({ points: '1', standard, evidence, score: '0' }).verdict).toBe('confirmed');
    expect(rescore({ points: '1', standard, evidence, score: '1' }).verdict).toBe('contradicted');
    expect(
      rescore({ points: '1', standard, evidence: '未发现合同未按规定备案公开的情况。', score: '1' }).verdict,
    ).not.toBe('contradicted');
  });

  test('does not contradict by general praise', () => {
    const standard = '建立采购内部控制制度的，得1分，否则不得分。';
    expect(rescore({ points: '1', standard, evidence: '已建立采购内部控制制度。', score: '1' }).verdict).toBe(
      'confirmed',
    );
    expect(
      rescore({ points: '1', standard, evidence: '已建立采购内部控制制度。', score: '0' }).verdict,
    ).not.toBe('contradicted');
  });

  test('does not take targets, other years or other rates for this year’s result', () => {
    const standard = '满意度≥90%得5分；80%≤满意度<90%得3分；满意度<80%不得分。';
    for (const evidence of [
      '满意度目标为85%，实际达到96%。',
      '上年满意度为82%，2023年为96%。',
      '2022年满意度为82%，2023年为96%。',
      '满意度较上年提高5%。',
    ]) {
      expect([evidence, rescore({ points: '5', standard, evidence, score: '5' }).verdict]).not.toEqual([
        evidence,
        'contradicted',
      ]);
    }
    expect(rescore({ points: '5', standard, evidence: '群众满意度为85%。', score: '5' }).verdict).toBe(
      'contradicted',
    );
  });

  const spending =
    '公用经费控制率=（实际支出公用经费总额/预算安排公用经费总额）×100%。公用经费控制率≤100%得5分，否则不得分。';
  const completion = '预算完成率≥95%得5分，否则不得分。';
  const timely = '合同签订及时率≥90%得5分，否则不得分。';
  const system = '建立绩效管理制度的得5分，否则不得分。';
  const published = '按规定公开预决算信息的得5分，否则不得分。';

  test.each([
    [spending, '公用经费年初预算安排100万元，调整后预算130万元，实际支出公用经费总额120万元。'],
    [completion, '项目支出预算完成率90%。'],
    [completion, '上年预算完成率90%，本年有所提高。'],
    [timely, '合同签订及时率达到85%以上。'],
    [timely, '目标合同签订及时率85%，实际达成。'],
    [system, '2022年尚未建立绩效管理制度，2023年已建立。'],
    [system, '个别下属单位未建立绩效管理制度，我局已督促整改。'],
    [published, '涉密部门，按规定未公开预决算信息。'],
  ])('%s is not contradicted by words that leave a doubt: %s', (standard, evidence) => {
    expect(rescore({ points: '5', standard, evidence, score: '5' }).verdict).not.toBe('contradicted');
  });

  test.each([
    [spending, '预算安排公用经费总额100万元，实际支出公用经费总额120万元，超支20万元。'],
    [completion, '预算完成率90%。'],
    [timely, '合同签订及时率为85%。'],
    [system, '2023年尚未建立绩效管理制度。'],
  ])('%s is contradicted by %s', (standard, evidence) => {
    expect(rescore({ points: '5', standard, evidence, score: '5' }).verdict).toBe('contradicted');
  });

  test.each([
    ['≤50万元', '48.6万元', '8', false],
    ['≤50万元', '60万元', '6.67', false],
    ['≤50万元', '60万元', '6.4', false],
    ['≤50万元', '60万元', '8', true],
    ['≥50个', '48个', '7.68', false],
    ['≥50个', '48个', '8', true],
  ])('completes a target of %s with %s for %s of 8 points', (target, actual, score, isContradicted) => {
    const standard = '得分=完成率×分值';
    const outcome = rescore({ name: '数量', points: '8', standard, target, actual, score });
    expect(outcome.verdict === 'contradicted').toBe(isContradicted);
  });

  test('says that a yearly figure is not the mean of monthly ones', () => {
    const standard =
      '平均执行率=∑每月预算执行率÷n。平均执行率达到100%的，得满分；低于100%的，得分=平均执行率×分值。';
    const outcome = rescore({
      points: '10',
      standard,
      evidence: '全年预算数9377.98万元，执行数9377.98万元，平均执行率为100%。',
      score: '10',
    });
    expect(outcome.verdict).toBe('confirmed');
    expect(outcome.remarks?.map(({ kind }) => kind)).toEqual(['off-measure']);
  });

  test('reads a rate by its printed decimals: 9.52 and 95.2 % agree, 9.4 does not', () => {
    const standard = '得分=支出率×分值';
    expect(rescore({ points: '10', standard, evidence: '支出率为95.2%', score: '9.52' }).verdict).toBe(
      'confirmed',
    );
    expect(rescore({ points: '10', standard, evidence: '支出率为95.2%', score: '9.5' }).verdict).toBe(
      'confirmed',
    );
    expect(rescore({ points: '10', standard, evidence: '支出率为95.2%', score: '9.4' }).verdict).toBe(
      'contradicted',
    );
  });

  test('leaves what needs judgement to people', () => {
    const standard = '数据完整、准确的，得2分；否则酌情扣分。';
    expect(rescore({ points: '2', standard, score: '2' }).verdict).toBe('admissible');
    expect(rescore({ points: '2', standard, score: '1.3' }).verdict).toBe('discretionary');
    expect(rescore({ points: '2', standard, score: '2.5' }).verdict).toBe('inadmissible');
  });

  test('does not accuse where part of a percentage point may have been counted', () => {
    const standard = '执行率达到100%得满分，每降低1个百分点扣0.1分，扣完为止。';
    expect(rescore({ points: '10', standard, score: '9.54' }).verdict).toBe('admissible');
    expect(rescore({ points: '10', standard, evidence: '执行率为97.5%', score: '9.9' }).verdict).toBe(
      'contradicted',
    );
  });

  test('takes the rubric’s standard where its own is lost, and says so', () => {
    const outcome = rescore({ points: '1', rubric: '每年盘点一次的，得1分，否则不得分。', score: '0.4' });
    expect(outcome).toMatchObject({ verdict: 'inadmissible', basis: 'rubric' });
    expect(outcome.because.zh).toContain('标准缺失');
  });

  test('says what it did not understand', () => {
    const outcome = rescore({ points: '3', standard: '按考核名次折算得分。', score: '3' });
    expect(outcome.verdict).toBe('not-understood');
    expect(outcome.because.zh).toContain('名次');
  });

  test('says what a missing score should be', () => {
    expect(rescore(signing)).toMatchObject({ verdict: 'not-scored', expected: '2' });
  });
});
