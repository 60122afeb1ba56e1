import { describe, expect, test } from 'vitest';
import { type ExampleFundsRow, exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { scoreAssessment } from '../../scoring/score-assessment.ts';

const total = (columns: Omit<ExampleFundsRow, 'name' | 'isTotal'>): ExampleFundsRow => ({
  name: '年度资金总额',
  isTotal: true,
  ...columns,
});

function found(funds: readonly ExampleFundsRow[], remarks: readonly string[] = []): readonly string[] {
  const assessment = exampleAssessment({ rows: [], funds, remarks });
  return scoreAssessment(assessment, undefined)
    .findings.filter(({ code }) => code.startsWith('budget/execution'))
    .map(({ severity, code }) => `${severity} ${code.replace('budget/execution-', '')}`);
}

const wrongRate = 'error rate-mismatch';
const wrongScore = 'error score-mismatch';

describe('execution rates', () => {
  test.each([
    ['rounded', { adjusted: '140.00', executed: '132.91', rate: '94.94%' }],
    ['rounded to a whole percent', { adjusted: '140.00', executed: '132.91', rate: '95%' }],
    ['cut off', { adjusted: '140.00', executed: '132.91', rate: '94.9%' }],
    ['cut off to a whole percent', { adjusted: '100', executed: '59.58', rate: '59%' }],
    ['of the initial budget', { initial: '202.64', adjusted: '140.00', executed: '132.91', rate: '65.59%' }],
    ['kept as a fraction', { adjusted: '140.00', executed: '132.91', rate: '0.9494' }],
    ['with the sign in the header', { adjusted: '140.00', executed: '132.91', rate: '94.94' }],
    ['a whole', { adjusted: '140.00', executed: '140.00', rate: '1' }],
    ['capped', { adjusted: '140.00', executed: '150.00', rate: '100%' }],
    ['above a hundred', { adjusted: '140.00', executed: '150.00', rate: '107.14%' }],
    ['of a budget of zero', { adjusted: '0', executed: '0', rate: '100%' }],
    ['of nothing but spent', { adjusted: '0', executed: '12.50', rate: '100%' }],
    ['of small rounded amounts', { adjusted: '3', executed: '2', rate: '70%' }],
    ['in units of their own', { adjusted: '2000000元', executed: '150万元', rate: '75%' }],
    ['with a unit in one cell', { adjusted: '200.00', executed: '150.00万', rate: '75%' }],
  ])('%s agree', (_, columns) => {
    expect(found([total(columns)])).toEqual([]);
  });

  test.each([
    ['five points too low', { adjusted: '140.00', executed: '132.91', rate: '89.94%' }, [wrongRate]],
    ['100 % for less', { adjusted: '140.00', executed: '132.91', rate: '100%' }, [wrongRate]],
    [
      'a padded whole percent',
      { adjusted: '140.00', executed: '132.91', rate: '95.00%' },
      ['warning rate-mismatch'],
    ],
    [
      '元 beside 万元',
      { adjusted: '200.00', executed: '1500000.00', rate: '75%' },
      ['warning rate-mismatch'],
    ],
    [
      'no adjusted budget',
      { initial: '200.00', executed: '132.91', rate: '89.94%' },
      ['warning rate-mismatch'],
    ],
  ])('%s', (_, columns, expected) => {
    expect(found([total(columns)])).toEqual(expected);
  });

  test('rows under the total are looked at too, and their sum explains a wrong total', () => {
    const part = { name: '财政拨款', adjusted: '100.00', executed: '80.00', rate: '60%' };
    const rest = { name: '其他资金', adjusted: '40.00', executed: '40.00', rate: '100%' };
    const whole = { adjusted: '140.00', executed: '120.00', rate: '85.71%' };
    expect(found([total(whole), part, rest])).toEqual([wrongRate]);
    expect(found([total({ ...whole, adjusted: '0' }), { ...part, rate: '80%' }, rest])).toEqual([]);
  });
});

describe('execution scores', () => {
  const amounts = { adjusted: '140.00', executed: '132.91', rate: '94.94%', points: '10' };

  test.each(['9.49', '9.494', '9.5', '9'])('%s of 10 for 94.94 %% agrees', (score) => {
    expect(found([total({ ...amounts, score })])).toEqual([]);
  });

  test.each(['10.00', '8.9', '8', '9.4', '9.40'])('%s of 10 for 94.94 %% differs', (score) => {
    expect(found([total({ ...amounts, score })])).toEqual([wrongScore]);
  });

  test('full marks by rounding only where no score of the form is finer', () => {
    const form = { ...amounts, executed: '134.40', rate: '96%', score: '10' };
    expect(found([total(form)])).toEqual([]);
    expect(found([total({ ...form, score: '10.0' })])).toEqual([wrongScore]);
  });

  test('a wrong rate does not make the score wrong that follows from it or from the amounts', () => {
    expect(found([total({ ...amounts, rate: '89.94%', score: '8.99' })])).toEqual([wrongRate]);
    expect(found([total({ ...amounts, rate: '89.94%', score: '9.49' })])).toEqual([wrongRate]);
  });

  test('a score by the initial budget beside a rate of the adjusted one is doubtful', () => {
    expect(found([total({ ...amounts, initial: '202.64', score: '6.56' })])).toEqual([
      'warning score-mismatch',
    ]);
  });

  test.each([
    ['steps', '执行率≥95%得10分，每低5个百分点扣1分。', '8'],
    ['a floor', '预算执行率低于60%的不得分。', '0'],
    ['a gate and full marks beyond it', '执行率低于90%的须说明原因。', '10.00'],
  ])('%s in the remarks', (_, remark, score) => {
    expect(found([total({ ...amounts, score })], [remark])).toEqual([]);
  });

  test('a gate below its rate, and a definition, change nothing', () => {
    const low = { ...amounts, executed: '112.00', rate: '80.00%', score: '10.00' };
    expect(found([total(low)], ['执行率低于90%的须说明原因。'])).toEqual([wrongScore]);
    expect(found([total({ ...amounts, score: '8.00' })], ['执行率=执行数/预算数×100%。'])).toEqual([
      wrongScore,
    ]);
  });

  test('a budget of zero is not judged, an exceeded one is doubtful', () => {
    expect(found([total({ adjusted: '0', executed: '0', rate: '0%', points: '10', score: '10' })])).toEqual(
      [],
    );
    const over = { adjusted: '100.00', executed: '120.00', rate: '120.00%', points: '10' };
    expect(found([total({ ...over, score: '10' })])).toEqual([]);
    expect(found([total({ ...over, score: '8.00' })])).toEqual(['warning score-mismatch']);
  });

  test('rows under the total are judged where they carry scores of their own; a full mark of 100 is the table’s', () => {
    const part = {
      name: '财政拨款',
      adjusted: '100.00',
      executed: '80.00',
      rate: '80%',
      points: '5',
      score: '5.00',
    };
    expect(found([total({ ...amounts, score: '9.49' }), part])).toEqual([wrongScore]);
    expect(found([total({ ...amounts, points: '100', score: '98' })])).toEqual([]);
  });
});
