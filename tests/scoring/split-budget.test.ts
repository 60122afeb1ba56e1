import { describe, expect, test } from 'vitest';
import { type ExampleFundsRow, exampleAssessment } from '../../scoring/checks/example-assessment.ts';
import { compareBudget } from '../../scoring/reconcile/split-budget.ts';
import { compareFunds } from '../../scoring/reconcile/split-funds.ts';

type Parts = readonly (readonly [name: string, amount: string, block?: string])[];

const budget = (total: string, parts: Parts) =>
  compareBudget(exampleAssessment({ rows: [], budget: { total, parts } }));

const total = (amount: string, more: Partial<ExampleFundsRow> = {}): ExampleFundsRow => ({
  name: '年度资金总额',
  isTotal: true,
  adjusted: amount,
  ...more,
});

const funds = (...rows: readonly ExampleFundsRow[]) =>
  compareFunds(exampleAssessment({ rows: [], funds: rows }));

describe('a department budget', () => {
  const spending: Parts = [
    ['基本支出', '60'],
    ['项目支出', '40'],
  ];

  test('is one block or several', () => {
    expect(budget('100', spending)).toEqual([]);
    expect(budget('130', [...spending, ['专项资金', '10'], ['其他事业发展支出', '20']])).toEqual([]);
    expect(budget('105', spending)).toMatchObject([{ isWhole: 'whole' }]);
  });

  test('is not excused by another measure of the same money', () => {
    expect(budget('105', [...spending, ['市本级资金', '105', '按预算级次']])).toHaveLength(1);
  });

  test('with one part alone, or half a block, says little', () => {
    expect(budget('100', [['基本支出', '60']])).toEqual([]);
    expect(budget('150', [...spending, ['专项资金', '10']])).toMatchObject([{ isWhole: 'partial' }]);
  });

  test('may miss the sum by the printed decimals', () => {
    const rounded: Parts = [
      ['基本支出', '33.33'],
      ['项目支出', '66.66'],
    ];
    expect(budget('100.00', rounded)).toEqual([]);
    expect(budget('100.01', rounded)).toHaveLength(1);
  });
});

describe('a funds block', () => {
  test('adds up column by column', () => {
    const rows = [
      { name: '其中：财政拨款', initial: '80', adjusted: '90' },
      { name: '其他资金', initial: '20', adjusted: '10' },
    ];
    expect(funds(total('100', { initial: '100' }), ...rows)).toEqual([]);
    expect(funds(total('105', { initial: '100' }), ...rows)).toMatchObject([
      { column: 'adjusted', isWhole: 'whole' },
    ]);
  });

  test('may split a row in the rows below it', () => {
    const [first, second] = [
      { name: '财政拨款', adjusted: '90' },
      { name: '其中：一般公共预算', adjusted: '60' },
    ];
    expect(
      funds(
        total('100'),
        first,
        second,
        { name: '政府性基金', adjusted: '30' },
        { name: '其他资金', adjusted: '10' },
      ),
    ).toEqual([]);
    expect(funds(total('100'), first, second, { name: '其他资金', adjusted: '10' })).toEqual([]);
  });

  test('may show the same money by source and by use', () => {
    const halves = ['财政拨款', '其他资金', '基本支出', '项目支出'].map((name) => ({ name, adjusted: '50' }));
    expect(funds(total('100'), ...halves)).toEqual([]);
  });

  test('says nothing where a row may not have been read', () => {
    expect(funds(total('100'), { name: '财政拨款', adjusted: '60' })).toEqual([]);
    expect(
      funds(total('100'), { name: '基本支出', adjusted: '60' }, { name: '项目支出', adjusted: '30' }),
    ).toEqual([]);
  });
});
