import { Decimal } from 'decimal.js';
import type { Localized } from '../../model/localized.ts';
import { roundedRates } from '../rules/rounded-rates.ts';
import { between, type ScoreSet, single, union } from '../rules/score-set.ts';
import type { FormRules } from './form-rules.ts';
import type { Direction } from './target-direction.ts';
import type { Pair } from './target-value.ts';

/** Scores that target and actual allow. `kind` is the rule by which they were found. */
export type TargetScores = {
  readonly kind: 'proportional' | 'inverse' | 'equality' | 'deadline' | 'bands';
  readonly scores: ScoreSet;
  /** What the printed values give exactly, where there is one answer. */
  readonly expected?: Decimal;
  readonly isMet: boolean;
  readonly isOvershot: boolean;
  readonly clause: Localized;
};

const zero = new Decimal(0);

/** Scores for two numbers, by the direction in which the target is to be read. */
export function scorePair(
  pair: Pair,
  direction: Direction,
  setting: { points: Decimal; rules: FormRules },
): TargetScores {
  switch (direction) {
    case '≥':
      return forward(pair, setting);
    case '≤':
      return inverse(pair, setting);
    case '=':
      return equal(pair, setting);
    case 'unknown':
      return undirected(forward(pair, setting), pair, setting);
    case 'unknown-inverse':
      return undirected(inverse(pair, setting), pair, setting);
  }
}

type Setting = { readonly points: Decimal; readonly rules: FormRules };

function forward({ target, actual }: Pair, { points, rules }: Setting): TargetScores {
  const [t, a] = [target.nominal, actual.nominal];
  const words = `${actual.words}÷${target.words}`;
  if (t.lte(0)) {
    const isMet = a.gte(t);
    return {
      kind: 'proportional',
      scores: isMet ? single(points) : between(zero, points),
      isMet,
      isOvershot: false,
      clause: {
        zh: `目标≥${target.words}，完成${actual.words}`,
        en: `target ≥ ${target.words}, actual ${actual.words}`,
      },
      ...(isMet ? { expected: points } : {}),
    };
  }
  const ratio = (value: Decimal): Decimal => Decimal.max(0, value.div(t)).times(points);
  const isMet = a.gte(t);
  const isOvershot = a.div(t).gt(rules.overshootFrom);
  const below = actual.low.lt(t)
    ? between(Decimal.min(points, ratio(actual.low)), Decimal.min(points, ratio(Decimal.min(actual.high, t))))
    : [];
  const rounded = isMet ? [] : roundedRates(a.div(t)).map((rate) => single(rate.times(points)));
  const above = actual.high.gte(t) ? single(points) : [];
  const beyond = isOvershot ? overshotScores(points, rules) : [];
  const expected = isMet ? (isOvershot && rules.overshoot === 'half' ? points.div(2) : points) : ratio(a);
  const isOpen = isOvershot && rules.overshoot === 'explain';
  return {
    kind: 'proportional',
    scores:
      isOvershot && rules.overshoot === 'half'
        ? beyond
        : union(isMet ? [] : below, ...rounded, above, beyond, isMet && actual.low.lt(t) ? below : []),
    isMet,
    isOvershot,
    clause: isMet
      ? {
          zh: `完成${actual.words}，达到目标${target.words}`,
          en: `actual ${actual.words} reaches the target ${target.words}`,
        }
      : {
          zh: `${words}＝${percent(a.div(t))}，×${points.toFixed()}分`,
          en: `${words} = ${percent(a.div(t))}, × ${points.toFixed()} points`,
        },
    ...(isOpen ? {} : { expected }),
  };
}

function overshotScores(points: Decimal, rules: FormRules): ScoreSet {
  switch (rules.overshoot) {
    case 'full':
      return single(points);
    case 'explain':
      return between(zero, points);
    case 'half':
      return single(points.div(2));
  }
}

function inverse({ target, actual }: Pair, { points, rules }: Setting): TargetScores {
  const t = target.nominal;
  const isMet = actual.nominal.lte(t);
  const within = actual.low.lte(t) ? single(points) : [];
  const beyond = actual.high.gt(t)
    ? rules.inverse.map((policy) =>
        inverseScores(policy, { target: t, low: Decimal.max(actual.low, t), high: actual.high, points }),
      )
    : [];
  const nominal = [
    ...new Set(
      rules.inverse.map((policy) => inverseScore(policy, t, actual.nominal).times(points).toFixed()),
    ),
  ];
  const [only] = nominal;
  const expected = isMet
    ? points
    : nominal.length === 1 && only !== undefined
      ? new Decimal(only)
      : undefined;
  return {
    kind: 'inverse',
    scores: union(within, ...beyond),
    isMet,
    isOvershot: false,
    clause: isMet
      ? {
          zh: `完成${actual.words}，未超过目标${target.words}`,
          en: `actual ${actual.words} does not exceed the target ${target.words}`,
        }
      : {
          zh: `完成${actual.words}，超过目标${target.words}`,
          en: `actual ${actual.words} exceeds the target ${target.words}`,
        },
    ...(expected ? { expected } : {}),
  };
}

type Beyond = {
  readonly target: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly points: Decimal;
};

function inverseScores(policy: 'ratio' | 'linear', { target, low, high, points }: Beyond): ScoreSet {
  const [worst, best] = [inverseScore(policy, target, high), inverseScore(policy, target, low)];
  return between(worst.times(points), best.times(points));
}

function inverseScore(policy: 'ratio' | 'linear', target: Decimal, actual: Decimal): Decimal {
  if (target.lte(0) || actual.lte(0)) return zero;
  if (policy === 'ratio') return Decimal.min(1, target.div(actual));
  return Decimal.min(1, Decimal.max(0, new Decimal(1).minus(actual.minus(target).div(target))));
}

function equal(pair: Pair, setting: Setting): TargetScores {
  const { target, actual } = pair;
  const { points, rules } = setting;
  const isMet = actual.low.lte(target.nominal) && actual.high.gte(target.nominal);
  if (isMet) {
    return {
      kind: 'equality',
      scores: single(points),
      expected: points,
      isMet,
      isOvershot: false,
      clause: {
        zh: `完成${actual.words}，等于目标${target.words}`,
        en: `actual ${actual.words} equals the target`,
      },
    };
  }
  const isAbove = actual.nominal.gt(target.nominal);
  if (target.nominal.lte(0)) {
    const scores = isAbove ? single(0) : single(points);
    return {
      kind: 'equality',
      scores,
      expected: isAbove ? zero : points,
      isMet: !isAbove,
      isOvershot: false,
      clause: {
        zh: `目标${target.words}，完成${actual.words}`,
        en: `target ${target.words}, actual ${actual.words}`,
      },
    };
  }
  if (isAbove) {
    return {
      kind: 'equality',
      scores: between(zero, points),
      isMet: true,
      isOvershot: forward(pair, setting).isOvershot,
      clause: {
        zh: `完成${actual.words}，目标＝${target.words}`,
        en: `actual ${actual.words}, target = ${target.words}`,
      },
    };
  }
  const proportional = forward(pair, setting);
  const scores = union(
    ...rules.equality.map((policy) => (policy === 'exact' ? single(0) : proportional.scores)),
  );
  const expected =
    rules.equality.length === 1 ? (rules.equality[0] === 'exact' ? zero : proportional.expected) : undefined;
  return {
    kind: 'equality',
    scores,
    isMet: false,
    isOvershot: false,
    clause: proportional.clause,
    ...(expected ? { expected } : {}),
  };
}

/** A target without a sign: what is met either way is met; a result beyond it may be good or bad. */
function undirected(read: TargetScores, pair: Pair, { points }: Setting): TargetScores {
  const order = pair.actual.nominal.comparedTo(pair.target.nominal);
  if (order === 0)
    return { ...read, isMet: true, expected: points, scores: union(read.scores, single(points)) };
  if (order > 0) {
    const { expected: _expected, ...open } = read;
    return { ...open, scores: between(zero, points), isMet: read.kind === 'proportional' };
  }
  return { ...read, scores: union(read.scores, single(0)) };
}

const percent = (value: Decimal): string => `${value.times(100).toFixed(2)}%`;
