import type { Assessment, FundsRow } from '../model/assessment.ts';
import type { Printed } from '../model/printed.ts';
import type { Profile } from '../model/profile.ts';
import { foldWidth } from '../text/fold.ts';
import { type Exactly, exact, halfUnit } from './exact.ts';
import { type Interval, isRate, type Quotient, rateReadings } from './execution-rate.ts';

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
    const { points, score } = row;
    if (!points || !score || points.value === wholeTable) return [];
    const [most, printed] = [exact(points.value), exact(score.value)];
    if (most.lte(0) || printed.lt(0) || printed.gt(most)) return [];
    const places = printed.eq(most) ? finestScore(assessment, profile) : score.decimals;
    const half = halfUnit(Math.max(places, score.decimals));
    // Systems that keep two decimals sometimes cut the rest off.
    const above = places >= 2 ? half.times(2) : half;
    return [
      {
        row,
        points,
        score,
        window: { low: printed.minus(half), nominal: printed, high: printed.plus(above) },
      },
    ];
  });
}

/** Full marks are no rounding of less where the form shows finer scores. */
function finestScore({ indicators, funds }: Assessment, profile: Profile | undefined): number {
  const scores = [...indicators.map(({ selfScore }) => selfScore), ...funds.map(({ score }) => score)];
  return Math.max(profile?.policies.scoreDecimals ?? 0, ...scores.map((score) => score?.decimals ?? 0));
}

/** Is the score rate × points, by the amounts, by their rate rounded to a whole percent, or capped at the points? */
export function isScoreOf({ points, window }: ScoredFunds, quotient: Quotient): boolean {
  const most = exact(points.value);
  const { executed, budget } = quotient;
  const byAmounts =
    executed.low.times(most).lte(window.high.times(budget.high)) &&
    executed.high.times(most).gte(window.low.times(budget.low));
  const isCapped = executed.high.gte(budget.low) && window.high.gte(most);
  const wholePercent = executed.nominal.times(100).div(budget.nominal).toDecimalPlaces(0);
  return byAmounts || isCapped || isWithin(window, wholePercent.div(100).times(most));
}

/** Is the score the printed rate × points? */
export function isScoreByRate({ row, points, window }: ScoredFunds): boolean {
  const most = exact(points.value);
  return readings(row).some(
    ({ low, high }) => low.times(most).lte(window.high) && high.times(most).gte(window.low),
  );
}

const readings = ({ rate }: FundsRow): readonly Interval[] => (rate ? rateReadings(rate, rate.decimals) : []);

const isWithin = ({ low, high }: Interval, value: Exactly): boolean => value.gte(low) && value.lte(high);

/** How a form scores its execution rate, as far as its remarks and the row's own standard say so. */
export type ExecutionTerms = {
  /** `steps`: by another rule than rate × points. */
  readonly rule: 'proportional' | 'steps';
  /** Rates, as fractions, from which on no reason is asked for: full marks may be given there. */
  readonly gates: readonly Exactly[];
};

const awards = /扣|不得分|不计分|得满分|得全分|[得计]\s*\d+(?:\.\d+)?\s*分|得0分/;

/** Reads clauses on 执行率 that hold a percentage: with a score they are another rule, without one a gate. */
export function executionTerms({ remarks, indicators }: Assessment): ExecutionTerms {
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
export function isPastGate(
  scored: ScoredFunds,
  quotients: readonly Quotient[],
  { gates }: ExecutionTerms,
): boolean {
  if (!exact(scored.score.value).eq(exact(scored.points.value))) return false;
  return gates.some((gate) => {
    const beyond: Interval = { low: gate, nominal: gate, high: exact('1000') };
    return (
      quotients.some((quotient) => isRate(quotient, beyond)) ||
      readings(scored.row).some(({ high }) => high.gte(gate))
    );
  });
}
