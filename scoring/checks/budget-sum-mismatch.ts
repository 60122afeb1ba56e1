import { decimalString, exact, sum } from '../exact.ts';
import { errorIf, firmWhen, isFirm } from '../firm-reading.ts';
import { type BudgetComparison, compareBudget } from '../reconcile/split-budget.ts';
import { compareFunds, type FundsComparison } from '../reconcile/split-funds.ts';
import type { Check, Disagreement } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly name: string; readonly total: string; readonly parts: string; readonly sum: string };

const messages = {
  budget: ({ total, parts, sum }: Values) => ({
    zh: `总预算 ${total}，分项 ${parts} 合计 ${sum}；请核对预算各栏`,
    en: `the printed budget is ${total}, its parts ${parts} add up to ${sum}; compare the budget cells`,
  }),
  funds: ({ name, total, parts, sum }: Values) => ({
    zh: `${name}总额 ${total}，其中各行 ${parts} 合计 ${sum}；请核对资金各行`,
    en: `the ${name} total is ${total}, the rows under it (${parts}) add up to ${sum}; compare the funds rows`,
  }),
};

const columnNames = {
  initial: { zh: '年初预算数', en: 'initial budget' },
  adjusted: { zh: '全年预算数', en: 'adjusted budget' },
  executed: { zh: '全年执行数', en: 'executed' },
} as const;

/** A printed budget total differs from every sum of its parts that the header allows. */
export const budgetSumMismatch: Check = {
  code: 'budget/sum-mismatch',
  title: { zh: '预算总额与分项不符', en: 'A budget total differs from its parts' },
  rationale: {
    zh: '预算总额应等于其分项之和。表头允许的各种分法（部门预算、事业发展支出、按级次等）有一种成立即可；差额在填报位数的四舍五入范围内不提示。',
    en: 'A budget total is the sum of its parts. One of the splits that the header allows (department budget, development expenditure, …) is enough; gaps within the printed decimals are rounding.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '基本支出与项目支出之和不等于总预算', en: 'two parts that miss the total' },
      fires: true,
      assessment: exampleAssessment({
        rows: [],
        budget: {
          total: '9377.98',
          parts: [
            ['基本支出', '2485.06', '部门预算'],
            ['项目支出', '6892.29', '部门预算'],
          ],
        },
      }),
    },
    {
      name: { zh: '另列事业发展支出', en: 'development expenditure printed beside' },
      fires: false,
      assessment: exampleAssessment({
        rows: [],
        budget: {
          total: '16718.33',
          parts: [
            ['基本支出', '3424.69', '部门预算'],
            ['项目支出', '13293.64', '部门预算'],
            ['专项资金', '10.20', '事业发展支出'],
            ['其他事业发展支出', '1490.11', '事业发展支出'],
          ],
        },
      }),
    },
    {
      name: { zh: '年度资金总额为 0 而其中行不为 0', en: 'a funds total of 0 above rows that are not' },
      fires: true,
      assessment: exampleAssessment({
        rows: [],
        funds: [
          { name: '年度资金总额', isTotal: true, adjusted: '0' },
          { name: '财政拨款', adjusted: '132.9' },
          { name: '其他资金', adjusted: '0' },
        ],
      }),
    },
  ],
  run: ({ assessment }) => [
    ...compareBudget(assessment).map(fromBudget),
    ...compareFunds(assessment).map(fromFunds),
  ],
};

function fromBudget({ total, parts, isWhole }: BudgetComparison): Disagreement {
  const amounts = parts.map(({ amount }) => amount);
  const added = decimalString(sum(amounts.map(({ value }) => exact(value))));
  const shown = amounts.map(({ value }) => value).join(' + ');
  return {
    severity: errorIf(firmWhen(isWhole === 'whole', [total, ...amounts].every(isFirm))),
    subject: 'budget',
    printed: total.value,
    recomputed: added,
    message: messages.budget({ name: '', total: total.value, parts: shown, sum: added }),
    places: [total.place, ...amounts.map(({ place }) => place)],
  };
}

function fromFunds({ column, total, parts, isWhole }: FundsComparison): Disagreement {
  const added = decimalString(sum(parts.map(({ value }) => exact(value))));
  const shown = parts.map(({ value }) => value).join(' + ');
  const text = (name: string) => messages.funds({ name, total: total.value, parts: shown, sum: added });
  const { zh, en } = columnNames[column];
  return {
    severity: errorIf(firmWhen(isWhole === 'whole', [total, ...parts].every(isFirm))),
    subject: 'budget',
    printed: total.value,
    recomputed: added,
    message: { zh: text(zh).zh, en: text(en).en },
    places: [total.place, ...parts.map(({ place }) => place)],
  };
}
