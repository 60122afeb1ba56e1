import { describe, expect, test } from 'vitest';
import { failedClaims } from '../../../scoring/evidence/arithmetic.ts';
import { bindEvidence } from '../../../scoring/evidence/bind.ts';
import { offMeasure } from '../../../scoring/evidence/off-measure.ts';
import { readStatements } from '../../../scoring/evidence/statement.ts';
import type { Rule } from '../../../scoring/rules/ast.ts';
import { compileRule } from '../../../scoring/rules/compile.ts';
import { noFacts, rowKeys } from '../../../scoring/rules/facts.ts';

function ruleOf(text: string, points: string): Rule {
  const compiled = compileRule(text, points);
  if (compiled.kind === 'not-understood') throw new Error(compiled.leftover);
  return compiled.rule;
}

/** The bound numbers and truths by key, numbers as text. */
function bound(rule: Rule, evidence: string): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    [...bindEvidence(rule, evidence)].map(([key, fact]) => [
      key,
      fact.kind === 'truth' ? fact.holds : (fact.readings[0]?.nominal.toFixed() ?? ''),
    ]),
  );
}

const ratio = ruleOf(
  '签约及时率=规定时间内签订合同项目数/总项目数。签约及时率≥90%，得2分；签约及时率<90%，不得分。',
  '2',
);

describe('binding', () => {
  test('finds counts by their labels, whatever their order', () => {
    const expected = { 'measure:规定时间内签订合同项目数': '42', 'measure:总项目数': '46' };
    expect(bound(ratio, '总项目数46个，规定时间内签订合同项目数42个。')).toMatchObject(expected);
    expect(bound(ratio, '规定时间内签订合同项目数为42个，总项目数为46个')).toMatchObject(expected);
    expect(bound(ratio, '全年共采购项目46个，在规定时间内签订合同项目数42个')).toMatchObject(expected);
  });

  test('leaves open what is not said', () => {
    expect(bound(ratio, '各项目均按规定推进。')).toEqual({});
    expect(bound(ratio, '')).toEqual({});
  });

  test('does not choose between two numbers that fit alike', () => {
    expect(bound(ratio, '2022年总项目数40个，2023年总项目数46个。')).not.toHaveProperty('measure:总项目数');
  });

  test('reads plans for the future as nothing', () => {
    expect(bound(ratio, '改进措施：力争总项目数达到50个，规定时间内签订合同项目数50个。')).not.toMatchObject({
      'measure:总项目数': '46',
    });
    expect(readStatements('已完成。下一步将签约及时率提高到100%。').stated).toEqual([]);
  });

  test('brings money to one unit', () => {
    const rule = ruleOf('三公经费实际支出数≤三公经费预算数的得满分，否则不得分。', '2');
    expect(bound(rule, '三公经费实际支出数24200元，三公经费预算数3.51万元。')).toEqual({
      'measure:三公经费实际支出数': '24200',
      'measure:三公经费预算数': '35100',
    });
  });

  test.each([
    ['本年未产生收益，不涉及上缴。', rowKeys.notApplicable],
    ['无此项业务，不适用。', rowKeys.notApplicable],
  ])('%s does not apply', (evidence, key) => {
    expect(bound(ruleOf('未及时上缴的，每1笔扣0.5分，扣完为止。', '1'), evidence)).toHaveProperty(key);
  });

  test('takes 22项均已完成 for all, and a single failure for not all', () => {
    const rule = ruleOf('综合得分=各产出指标单项得分合计。', '20');
    expect(bound(rule, '22项产出指标均已完成。')).toEqual({ [rowKeys.allReached]: true });
    expect(bound(rule, '22项产出指标中部分未完成。')).toEqual({});
  });
});

describe('arithmetic', () => {
  test.each([
    ['按期签约42个，总数46个，42/46=91.3%', 0],
    ['42÷46=95%', 1],
    ['全年预算数200万元，支出数100万元，预算执行率50%', 0],
    ['全年预算数200万元，支出数100万元，预算执行率90%', 1],
    ['全年预算数3.00万元，支出数2.00万元，预算执行率66.66%', 0],
    ['预算执行率90%', 0],
  ])('%s: %i claims fail', (evidence, count) => {
    expect(failedClaims(evidence, undefined, noFacts)).toHaveLength(count);
  });

  test('holds a stated rate against the counts beside it', () => {
    const evidence = '规定时间内签订合同项目数42个，总项目数46个，签约及时率95%。';
    const [claim] = failedClaims(evidence, ratio, bindEvidence(ratio, evidence));
    expect(claim).toMatchObject({ stated: '95%', computed: '91.30%', working: '42÷46＝91.30%' });
  });
});

describe('off measure', () => {
  const rule = ruleOf('平均执行率=∑每月支出执行率÷n。得分=平均执行率×分值', '10');

  test('is a yearly figure for a mean of monthly ones', () => {
    expect(offMeasure(rule, '全年执行率为98%。')?.zh).toContain('每月支出执行率');
    expect(offMeasure(rule, '各月执行率平均为98%。')).toBeUndefined();
    expect(offMeasure(rule, '已按要求执行。')).toBeUndefined();
    expect(offMeasure(ratio, '全年执行率为98%。')).toBeUndefined();
  });
});

test('long evidence takes no long time', () => {
  const started = performance.now();
  for (const scrap of ['1', '1个', '无', '万元，', '(', '42/46=', ' ', '均已']) {
    const evidence = scrap.repeat(100_000 / scrap.length);
    bindEvidence(ratio, evidence);
    failedClaims(evidence, ratio, noFacts);
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
