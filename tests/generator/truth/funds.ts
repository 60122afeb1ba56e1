import { Decimal } from 'decimal.js';
import type { GeneratedFunds } from '../generated.ts';
import type { Random } from '../random.ts';
import { percentage, plain, rounded } from './figures.ts';

export type FundsPlan = {
  readonly partNames: readonly string[];
  /** Points of the execution row; absent where the form has none. */
  readonly points?: string;
  /** Digits of the printed rates. */
  readonly rateDecimals: number;
};

/** A funds block whose parts sum to its total row (the first), with rate and score of execution. */
export function makeFunds(random: Random, plan: FundsPlan): readonly GeneratedFunds[] {
  const parts = plan.partNames.map((name, index) => {
    if (index > 0 && random.chance(0.6)) return { name, initial: zero, adjusted: zero, executed: zero };
    const initial = new Decimal(random.integer(1000, 900000)).div(100);
    const adjusted = random.chance(0.5)
      ? initial
      : rounded(initial.times(random.pick(['0.9', '1.12', '0.83'])), 2);
    const share = random.chance(0.5) ? '1' : random.pick(['0.9877', '0.93', '0.8845', '0.7', '0.962']);
    return { name, initial, adjusted, executed: rounded(adjusted.times(share), 2) };
  });
  const totals = (['initial', 'adjusted', 'executed'] as const).map((field) =>
    Decimal.sum(...parts.map((part) => part[field])),
  );
  const [initial = zero, adjusted = zero, executed = zero] = totals;
  const scored =
    plan.points === undefined
      ? {}
      : {
          points: plan.points,
          score: plain(rounded(executed.div(adjusted).times(plan.points), 2)),
        };
  const line = (part: (typeof parts)[number]): GeneratedFunds => ({
    name: part.name,
    initial: plain(part.initial),
    adjusted: plain(part.adjusted),
    executed: plain(part.executed),
    rate: percentage(part.executed, part.adjusted, plan.rateDecimals),
  });
  return [{ ...line({ name: '年度资金总额', initial, adjusted, executed }), ...scored }, ...parts.map(line)];
}

const zero = new Decimal(0);
