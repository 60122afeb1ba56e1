import type { Assessment, FundsRow } from '../../model/assessment.ts';
import type { Localized } from '../../model/localized.ts';
import type { Printed } from '../../model/printed.ts';
import { exact } from '../exact.ts';
import {
  bareDecimals,
  type Interval,
  isRate,
  percentOf,
  type Quotient,
  quotientsOf,
  rateReadings,
} from '../execution-rate.ts';
import { errorIf, firmWhen, isFirm } from '../firm-reading.ts';
import type { Check, Disagreement } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly name: string; readonly rate: string; readonly tried: Localized };

const messages = {
  differs: ({ name, rate, tried }: Values) => ({
    zh: `「${name}」执行率填报 ${rate}，而${tried.zh}；请核对执行率与金额`,
    en: `“${name}” prints an execution rate of ${rate}, but ${tried.en}; compare the rate with the amounts`,
  }),
};

/** The printed execution rate is executed ÷ budget by none of the printed budgets. */
export const budgetExecutionRateMismatch: Check = {
  code: 'budget/execution-rate-mismatch',
  title: { zh: '执行率与金额不符', en: 'The execution rate differs from the amounts' },
  rationale: {
    zh: '执行率应为执行数除以预算数。全年（调整）预算与年初预算有一个对得上即可；金额和比率都按填报位数视为区间，四舍五入、截尾、取整百分数、超过 100% 按 100% 填均不提示；预算为 0 的不判断。金额单位疑似不一、分母可能未读到时只作存疑。',
    en: 'An execution rate is executed ÷ budget. One of the adjusted and the initial budget is enough; amounts and rates are intervals by their printed decimals, so that rounding, cutting off and capping at 100 % are allowed for; a budget of zero is not judged. Where the units seem to differ, or the denominator may not have been read, it is a warning.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '执行率少填 5 个百分点', en: 'a rate that is 5 points too low' },
      fires: true,
      assessment: exampleAssessment({
        rows: [],
        funds: [
          {
            name: '年度资金总额',
            isTotal: true,
            initial: '202.64',
            adjusted: '140.00',
            executed: '132.91',
            rate: '89.94%',
          },
        ],
      }),
    },
    {
      name: { zh: '以年初预算为分母', en: 'the initial budget as denominator' },
      fires: false,
      assessment: exampleAssessment({
        rows: [],
        funds: [
          {
            name: '年度资金总额',
            isTotal: true,
            initial: '202.64',
            adjusted: '140.00',
            executed: '132.91',
            rate: '65.59%',
          },
        ],
      }),
    },
    {
      name: { zh: '执行数超过预算，按 100% 填', en: 'more spent than budgeted, capped at 100 %' },
      fires: false,
      assessment: exampleAssessment({
        rows: [],
        funds: [
          { name: '年度资金总额', isTotal: true, adjusted: '140.00', executed: '142.50', rate: '100%' },
        ],
      }),
    },
  ],
  run: ({ assessment }) => assessment.funds.flatMap((row) => compare(row, assessment)),
};

function compare(row: FundsRow, { funds }: Assessment): readonly Disagreement[] {
  const { rate, executed } = row;
  if (!rate || !executed) return [];
  const quotients = quotientsOf(row, funds);
  const readings = rateReadings(rate, rate.decimals);
  if (quotients.length === 0 || readings.length === 0) return [];
  if (fitsAny(quotients, readings)) return [];
  const nearest = nearestTo(readings, quotients);
  const budgets = [row.adjusted, row.initial].filter((budget) => budget !== undefined);
  const isExplained =
    fitsAny(quotients, rateReadings(rate, bareDecimals(rate))) || mayBeMisread(row, readings, quotients);
  const isDenominatorRead = row.adjusted !== undefined;
  return [
    {
      severity: errorIf(
        firmWhen([rate, executed, ...budgets].every(isFirm), isDenominatorRead, !isExplained),
      ),
      subject: 'budget',
      printed: shown(rate),
      ...(nearest ? { recomputed: `${percentOf(nearest.executed.nominal, nearest.budget.nominal)}%` } : {}),
      message: messages.differs({ name: row.name, rate: shown(rate), tried: triedOf(quotients) }),
      places: [rate.place, executed.place, ...budgets.map(({ place }) => place)],
    },
  ];
}

const shown = ({ raw, value }: Printed): string => raw || value;

const fitsAny = (quotients: readonly Quotient[], readings: readonly Interval[]): boolean =>
  quotients.some((quotient) => readings.some((reading) => isRate(quotient, reading)));

/** Amounts in 元 beside such in 万元, budget and executed exchanged, or a figure of another column in the place of the rate. */
function mayBeMisread(
  { rate, points, score }: FundsRow,
  readings: readonly Interval[],
  quotients: readonly Quotient[],
): boolean {
  const isOtherFigure =
    rate?.unit === undefined && [points, score].some((other) => other?.value === rate?.value);
  const scaled = quotients.flatMap((quotient) =>
    ['10000', '0.0001'].map((factor) => ({ ...quotient, budget: scale(quotient.budget, factor) })),
  );
  const exchanged = quotients
    .filter(({ executed, budget }) => executed.nominal.gt(budget.nominal))
    .map((quotient) => ({ ...quotient, executed: quotient.budget, budget: quotient.executed }));
  return (
    isOtherFigure ||
    readings.some((reading) => [...scaled, ...exchanged].some((each) => isRateProper(each, reading)))
  );
}

/** Without the cap, which any huge quotient meets. */
function isRateProper(quotient: Quotient, rate: Interval): boolean {
  const isBelow = quotient.executed.nominal.lte(quotient.budget.nominal);
  return isBelow && isRate(quotient, rate);
}

const scale = ({ low, nominal, high }: Interval, factor: string): Interval => ({
  low: low.times(factor),
  nominal: nominal.times(factor),
  high: high.times(factor),
});

function nearestTo(readings: readonly Interval[], quotients: readonly Quotient[]): Quotient | undefined {
  const distance = ({ executed, budget }: Quotient) =>
    readings
      .map(({ nominal }) => executed.nominal.div(budget.nominal).minus(nominal).abs())
      .reduce((least, other) => (other.lt(least) ? other : least), exact('1e9'));
  const own = quotients.filter(({ of }) => of === 'row');
  return [...(own.length > 0 ? own : quotients)].sort((one, other) =>
    distance(one).comparedTo(distance(other)),
  )[0];
}

function triedOf(quotients: readonly Quotient[]): Localized {
  const own = quotients.filter(({ of }) => of === 'row');
  const told = own.length > 0 ? own : quotients;
  return {
    zh: told.map(({ working }) => working.zh).join('，'),
    en: told.map(({ working }) => working.en).join(', '),
  };
}
