import type { Assessment, FundsRow, Indicator } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import type { Profile } from '../model/profile.ts';
import { foldWidth } from '../text/fold.ts';
import { type Exactly, exact, halfUnit } from './exact.ts';
import {
  bareDecimals,
  type Interval,
  isRate,
  type Quotient,
  quotientsOf,
  rateReadings,
} from './execution-rate.ts';
import { roundedRates } from './rules/rounded-rates.ts';

/** A row of a funds block that is scored, and the scores that count as the printed one. */
export type ScoredFunds = {
  readonly row: FundsRow;
  readonly points: Printed;
  readonly score: Printed;
  readonly window: Interval;
};

/** Points out of a hundred in a funds block are those of the whole table. */
const wholeTable = '100';

/** Rows of the funds block with points and a score within them; outside of them `score/above-max` has its say. */
export function scoredFunds(assessment: Assessment, profile: Profile | undefined): readonly ScoredFunds[] {
  return assessment.funds.flatMap((row) => {
    const scored = row.points && row.score && holdScore(row, row, { assessment, profile });
    return scored ? [scored] : [];
  });
}

/** The execution row of a form whose funds block has a row of its amounts; its points and score are the indicator's. */
export function scoredExecution({ maxScore, selfScore }: Indicator, form: Form): ScoredFunds | undefined {
  const { funds } = form.assessment;
  const row = funds.find(({ isTotal }) => isTotal) ?? (funds.length === 1 ? funds[0] : undefined);
  return row && holdScore(row, { points: maxScore, score: selfScore }, form);
}

type Form = { readonly assessment: Assessment; readonly profile: Profile | undefined };

function holdScore(
  row: FundsRow,
  { points, score }: { readonly points?: Printed | undefined; readonly score?: Printed | undefined },
  { assessment, profile }: Form,
): ScoredFunds | undefined {
  if (!points || !score || points.value === wholeTable) return undefined;
  const [most, printed] = [exact(points.value), exact(score.value)];
  if (most.lte(0) || printed.lt(0) || printed.gt(most)) return undefined;
  const isFull = printed.eq(most);
  const places = isFull
    ? Math.max(finestScore(assessment, profile), score.decimals)
    : Math.max(bareDecimals(score), Math.min(score.decimals, 1));
  const half = halfUnit(places);
  // Systems that keep two decimals sometimes cut the rest off.
  const above = places >= 2 ? half.times(2) : half;
  return {
    row,
    points,
    score,
    window: { low: printed.minus(half), nominal: printed, high: printed.plus(above) },
  };
}

/** Full marks are no rounding of less where the form shows finer scores. */
function finestScore({ indicators, funds }: Assessment, profile: Profile | undefined): number {
  const scores = [...indicators.map(({ selfScore }) => selfScore), ...funds.map(({ score }) => score)];
  return Math.max(profile?.policies.scoreDecimals ?? 0, ...scores.map((score) => score?.decimals ?? 0));
}

/** Is the score rate × points, by the amounts, by their rate rounded as rates are printed, or capped at the points? */
export function isScoreOf({ points, window }: ScoredFunds, quotient: Quotient): boolean {
  const most = exact(points.value);
  const { executed, budget } = quotient;
  const byAmounts =
    executed.low.times(most).lte(window.high.times(budget.high)) &&
    executed.high.times(most).gte(window.low.times(budget.low));
  const isCapped = executed.high.gte(budget.low) && window.high.gte(most);
  if (byAmounts || isCapped) return true;
  const rate = executed.nominal.div(budget.nominal);
  return roundedRates(rate).some((each) => isWithin(window, each.times(most)));
}

/** Is the score the printed rate × points? */
function isScoreByRate({ row, points, window }: ScoredFunds): boolean {
  const most = exact(points.value);
  return readings(row).some(
    ({ low, high }) => low.times(most).lte(window.high) && high.times(most).gte(window.low),
  );
}

const readings = ({ rate }: FundsRow): readonly Interval[] => (rate ? rateReadings(rate, rate.decimals) : []);

const isWithin = ({ low, high }: Interval, value: Exactly): boolean => value.gte(low) && value.lte(high);

/** How a form scores its execution rate, as far as its remarks and the row's own standard say so. */
type ExecutionTerms = {
  /** `steps`: by another rule than rate × points. */
  readonly rule: 'proportional' | 'steps';
  /** Rates, as fractions, from which on no reason is asked for: full marks may be given there. */
  readonly gates: readonly Exactly[];
};

const awards = /扣|不得分|不计分|得满分|得全分|[得计]\s*\d+(?:\.\d+)?\s*分|得0分/;

/** Reads clauses on 执行率 that hold a percentage: with a score they are another rule, without one a gate. */
function executionTerms({ remarks, indicators }: Assessment): ExecutionTerms {
  const rows = indicators.filter(({ kind }) => kind === 'execution');
  const texts = [
    ...remarks.map(({ text }) => text),
    ...rows.flatMap(({ standard, definition }) => [standard?.text ?? '', definition?.text ?? '']),
  ];
  const clauses = texts
    .flatMap((text) => foldWidth(text).split(/[。;；\n]/))
    .filter((clause) => /执行率|支出率/.test(clause) && /\d\s*%|百分点/.test(withoutFormula(clause)));
  const gates = clauses.flatMap((clause) =>
    [...withoutFormula(clause).matchAll(/(\d{1,3}(?:\.\d+)?)\s*%/g)].map(([, digits = '0']) =>
      exact(digits.replace(/^0+(?=\d)/, '')).div(100),
    ),
  );
  return { rule: clauses.some((clause) => awards.test(clause)) ? 'steps' : 'proportional', gates };
}

/** `×100%` belongs to the definition of a rate and bounds nothing. */
const withoutFormula = (clause: string): string => clause.replace(/[×*xX]\s*100\s*%/g, '');

/** Full marks from a gate on. */
function isPastGate(scored: ScoredFunds, quotients: readonly Quotient[], { gates }: ExecutionTerms): boolean {
  if (!exact(scored.score.value).eq(exact(scored.points.value))) return false;
  return gates.some((gate) => {
    const beyond: Interval = { low: gate, nominal: gate, high: exact('1000') };
    return (
      quotients.some((quotient) => isRate(quotient, beyond)) ||
      readings(scored.row).some(({ high }) => high.gte(gate))
    );
  });
}

/**
 * What a printed execution score comes to. `own-terms`: the form scores it by steps or gives full marks from a gate on;
 * `other-budget`: right by another budget than the printed rate is of; `unjudged`: nothing to compute it from.
 */
export type ExecutionDecision = {
  readonly kind: 'agrees' | 'own-terms' | 'other-budget' | 'differs' | 'unjudged';
  readonly quotients: readonly Quotient[];
};

/** The one decision on an execution score, for the row's verdict and for the check alike. */
export function decideExecution(scored: ScoredFunds, assessment: Assessment): ExecutionDecision {
  const { row } = scored;
  const quotients = quotientsOf(row, assessment.funds);
  const terms = executionTerms(assessment);
  const hasBudget = row.adjusted !== undefined || row.initial !== undefined;
  if (terms.rule === 'steps' || isPastGate(scored, quotients, terms)) return { kind: 'own-terms', quotients };
  if (quotients.length === 0 && (hasBudget || !row.rate)) return { kind: 'unjudged', quotients };
  if (isScoreByRate(scored)) return { kind: 'agrees', quotients };
  const fitting = quotients.filter((each) => isScoreOf(scored, each));
  if (fitting.length === 0) return { kind: 'differs', quotients };
  const isOther = !isRateOfAny(row, fitting) && isRateOfAny(row, quotients);
  return { kind: isOther ? 'other-budget' : 'agrees', quotients };
}

/** Is the printed rate one of these? Where the form prints none, it contradicts none of them. */
function isRateOfAny(row: FundsRow, quotients: readonly Quotient[]): boolean {
  const read = readings(row);
  return read.length === 0 || quotients.some((each) => read.some((reading) => isRate(each, reading)));
}
