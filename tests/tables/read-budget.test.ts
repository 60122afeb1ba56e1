import { describe, expect, test } from 'vitest';
import { layLines } from '../../tables/line.ts';
import { readBudget } from '../../tables/read-budget.ts';
import { drawn, ragged } from './lay-out.ts';

describe('readBudget', () => {
  test('gives the amounts of moved text to the labels in order', () => {
    const budget = readBudget(
      layLines(
        ragged(
          '年度部门预算情况\t总预算（万元）\t\t年度预算资金类别\n\t部门预算\t\t事业发展支出\n\t基本支出\t项目支出\t专项资金\n8,001.5\t3001.5\t5000',
        ),
      ),
    );
    expect(budget?.total?.value).toBe('8001.5');
    expect(budget?.unit).toBe('万元');
    expect(budget?.parts.map(({ name, amount, block }) => [name, amount.value, block])).toEqual([
      ['基本支出', '3001.5', '部门预算'],
      ['项目支出', '5000', '部门预算'],
    ]);
  });

  test('gives drawn amounts to the label above them', () => {
    const budget = readBudget(
      layLines(
        drawn([
          ['总预算（万元）', '基本支出', '项目支出', '专项资金'],
          ['100', '40', '', '60'],
        ]),
      ),
    );
    expect(budget?.parts.map(({ name, amount }) => [name, amount.value])).toEqual([
      ['基本支出', '40'],
      ['专项资金', '60'],
    ]);
  });

  test('finds no budget where no total is named', () => {
    expect(readBudget(layLines(ragged('基本支出\t40\n项目支出\t60')))).toBeUndefined();
  });
});
