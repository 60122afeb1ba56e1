import type { FundsRow } from '../../model/assessment.ts';
import type { Localized } from '../../model/localized.ts';
import type { Printed } from '../../model/printed.ts';
import { decimalString, type Exactly, exact } from '../exact.ts';
import { isRate, percentOf, type Quotient, quotientsOf, rateReadings } from '../execution-rate.ts';
import {
  type ExecutionTerms,
  executionTerms,
  isPastGate,
  isScoreByRate,
  isScoreOf,
  type ScoredFunds,
  scoredFunds,
} from '../execution-score.ts';
import { errorIf, firmWhen, isFirm } from '../firm-reading.ts';
import { changesBand } from '../grade/judge-grade.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check, Disagreement } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly name: string;
  readonly score: string;
  readonly points: string;
  readonly tried: Localized;
};

const messages = {
  differs: ({ name, score, points, tried }: Values) => ({
    zh: `「${name}」执行率得分填报 ${score}（分值 ${points}），而${tried.zh}；请核对得分与执行率`,
    en: `“${name}” scores ${score} of ${points} for its execution rate, but ${tried.en}; compare the score with the rate`,
  }),
};

/** The execution score is rate × points by no printed rate or budget. */
export const budgetExecutionScoreMismatch: Check = {
  code: 'budget/execution-score-mismatch',
  title: { zh: '执行率得分与执行率不符', en: 'The execution score differs from the rate' },
  rationale: {
    zh: '执行率得分应为执行率乘以分值，以分值为限。按填报的执行率、全年预算或年初预算有一种算得即可，并按得分的填报位数四舍五入。表中另写了执行率分档或扣分办法的不判断；只写「低于某比例须说明原因」的，达到该比例得满分也不提示；预算为 0 的不判断，超预算的、填报执行率按全年预算而得分按年初预算的只作存疑。',
    en: 'The execution score is rate × points, at most the points. The printed rate, the adjusted or the initial budget may give it, rounded to the decimals of the score. Forms that state steps or deductions for the rate are not judged; where they only ask for a reason below some rate, full marks from that rate on are accepted as well. A budget of zero is not judged, an exceeded one makes a warning, and so does a score by another budget than the printed rate.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '执行率 94.94%，得 10 分', en: '94.94 % and 10 of 10 points' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['预算执行率'], kind: 'execution', max: '10', score: '10.00' },
          { path: ['产出', '数量'], max: '90', score: '88.50' },
        ],
        funds: [
          {
            name: '年度资金总额',
            isTotal: true,
            adjusted: '140.00',
            executed: '132.91',
            rate: '94.94%',
            points: '10',
            score: '10.00',
          },
        ],
        total: '98.50',
        full: '100',
      }),
    },
    {
      name: { zh: '四舍五入到一位小数', en: 'rounded to one decimal' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['预算执行率'], kind: 'execution', max: '10', score: '9.5' },
          { path: ['产出', '数量'], max: '90', score: '88.5' },
        ],
        funds: [
          {
            name: '年度资金总额',
            isTotal: true,
            adjusted: '140.00',
            executed: '132.91',
            rate: '94.94%',
            points: '10',
            score: '9.5',
          },
        ],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '表中另有分档', en: 'steps stated in the remarks' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['预算执行率'], kind: 'execution', max: '10', score: '8' },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        funds: [
          {
            name: '年度资金总额',
            isTotal: true,
            adjusted: '140.00',
            executed: '132.91',
            rate: '94.94%',
            points: '10',
            score: '8',
          },
        ],
        remarks: ['执行率达到95%的得10分，90%以上的得8分，其余不得分。'],
        total: '98',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const terms = executionTerms(context.assessment);
    if (terms.rule === 'steps') return [];
    return scoredFunds(context.assessment, context.profile).flatMap((scored) =>
      compare(context, scored, terms),
    );
  },
};

function compare(
  context: ScoringContext,
  scored: ScoredFunds,
  terms: ExecutionTerms,
): readonly Disagreement[] {
  const { row, score } = scored;
  const quotients = quotientsOf(row, context.assessment.funds);
  const isUnjudged = quotients.length === 0 && (budgetsOf(row).length > 0 || !row.rate);
  if (isUnjudged || isScoreByRate(scored) || isPastGate(scored, quotients, terms)) return [];
  const fitting = quotients.filter((each) => isScoreOf(scored, each));
  const isOtherBudget = !isRateOfAny(row, fitting) && isRateOfAny(row, quotients);
  if (fitting.length > 0 && !isOtherBudget) return [];
  // By another budget the score is right; it is the printed rate that it differs from.
  const ways = waysOf(scored, quotients).slice(0, fitting.length > 0 ? 1 : undefined);
  const nearest = [...ways].sort((one, other) => distance(scored, one) - distance(scored, other))[0];
  if (!nearest) return [];
  return [
    {
      severity: fitting.length > 0 ? 'warning' : severityOf(scored, quotients),
      subject: 'budget',
      printed: score.value,
      recomputed: nearest.value,
      affectsGrade: affectsGrade(context, scored, nearest.value),
      message: said(scored, ways),
      places: [score.place, ...figuresOf(scored).map(({ place }) => place)],
    },
  ];
}

const budgetsOf = ({ adjusted, initial }: FundsRow): readonly Printed[] =>
  [adjusted, initial].filter((budget) => budget !== undefined);

const figuresOf = ({ row, points }: ScoredFunds): readonly Printed[] =>
  [points, row.rate, row.executed, ...budgetsOf(row)].filter((figure) => figure !== undefined);

function severityOf(scored: ScoredFunds, quotients: readonly Quotient[]) {
  const isOverspent = quotients.some(({ executed, budget }) => executed.low.gt(budget.high));
  const isComplete = scored.row.rate !== undefined || scored.row.adjusted !== undefined;
  return errorIf(firmWhen([scored.score, ...figuresOf(scored)].every(isFirm), !isOverspent, isComplete));
}

function said({ row, points, score }: ScoredFunds, ways: readonly Way[]): Localized {
  const tried = { zh: ways.map(({ zh }) => zh).join('，'), en: ways.map(({ en }) => en).join(', ') };
  return messages.differs({ name: row.name, score: score.raw, points: points.value, tried });
}

/** Is the printed rate one of these? Where the form prints none, it contradicts none of them. */
function isRateOfAny({ rate }: FundsRow, quotients: readonly Quotient[]): boolean {
  const readings = rate ? rateReadings(rate, rate.decimals) : [];
  if (readings.length === 0) return true;
  return quotients.some((each) => readings.some((reading) => isRate(each, reading)));
}

type Way = Localized & { readonly value: string };

/** Each way of computing the score that was tried, with what it gives; the printed rate first. */
function waysOf({ row, points, score }: ScoredFunds, quotients: readonly Quotient[]): readonly Way[] {
  const most = exact(points.value);
  const wayOf = (rate: Exactly, working: Localized): Way => {
    const capped = rate.gt(1) ? exact(1) : rate;
    const value = decimalString(capped.times(most).toDecimalPlaces(Math.max(2, score.decimals)));
    return {
      value,
      zh: `${working.zh}，×${points.value} 得 ${value}`,
      en: `${working.en}, × ${points.value} is ${value}`,
    };
  };
  const stated = (row.rate ? rateReadings(row.rate, row.rate.decimals) : [])
    .slice(0, 1)
    .map(({ nominal }) => {
      const rate = `${percentOf(nominal, exact(1))}%`;
      return wayOf(nominal, { zh: `填报执行率 ${rate}`, en: `the printed rate of ${rate}` });
    });
  const own = quotients.filter(({ of }) => of === 'row');
  const computed = own.map(({ executed, budget, working }) =>
    wayOf(executed.nominal.div(budget.nominal), working),
  );
  return [...stated, ...computed];
}

const distance = ({ score }: ScoredFunds, { value }: Way): number =>
  exact(value).minus(exact(score.value)).abs().toNumber();

function affectsGrade({ assessment, scale }: ScoringContext, { score }: ScoredFunds, value: string): boolean {
  const printed = assessment.total?.printed;
  if (!printed) return false;
  const total = exact(printed.value);
  return changesBand(scale, total, total.minus(exact(score.value)).plus(exact(value)));
}
