import { Decimal } from 'decimal.js';
import type { Range, Rule, Tier } from './ast.ts';
import { awardScores } from './award-scores.ts';
import { awardWords, rangeWords } from './clause-words.ts';
import type { Measured } from './facts.ts';
import { valuesOf } from './measure-value.ts';
import { inRange, magnitude } from './quantity.ts';
import { type Evaluation, mergeEvaluations, type Question } from './question.ts';
import { between, clamp, type ScoreSet, single, union } from './score-set.ts';

const zero = new Decimal(0);

/** Awards by the range that the measure lies in; a value outside all ranges gets nothing. */
export function evaluateTiers(
  { measure, tiers }: Extract<Rule, { kind: 'tiers' }>,
  question: Question,
): Evaluation {
  const values = valuesOf(measure, question.facts);
  if (values.length === 0) {
    const all = tiers.map((tier) => awardScores(tier.award, tier.range, question));
    return { scores: union(...all, coversAll(tiers) ? [] : single(0)), steps: [] };
  }
  return mergeEvaluations(
    values.map((value) => {
      const matching = tiersAt(tiers, value, question);
      const scores = matching.map((tier) => tierScores(tier, value, question));
      return {
        scores: scores.length === 0 ? single(0) : union(...scores),
        steps: matching.map((tier) => ({
          clause: `${rangeWords(measure.name, tier.range)}，${awardWords(tier.award, question.points)}`,
          values: value.words,
        })),
      };
    }),
  );
}

/** A value on a bound that two clauses name belongs to the better one; read as an interval it belongs to both. */
function tiersAt(tiers: readonly Tier[], value: Measured, question: Question): readonly Tier[] {
  if (question.reading === 'interval') return tiers.filter(({ range }) => overlaps(value, range));
  const matching = tiers.filter(({ range }) => inRange(value.nominal, range));
  const best = matching.toSorted((a, b) => greatest(b, question).comparedTo(greatest(a, question)));
  return best.slice(0, 1);
}

function greatest(tier: Tier, question: Question): Decimal {
  return awardScores(tier.award, tier.range, question).at(-1)?.high ?? zero;
}

function overlaps({ low, high }: Measured, { low: from, high: to }: Range): boolean {
  const fromStart = !from || high.gt(magnitude(from.at)) || (from.included && high.eq(magnitude(from.at)));
  const toEnd = !to || low.lt(magnitude(to.at)) || (to.included && low.eq(magnitude(to.at)));
  return fromStart && toEnd;
}

function tierScores(tier: Tier, value: Measured, question: Question): ScoreSet {
  const { award, range } = tier;
  if (award.kind === 'proportional') return valueScores(value, question);
  if (award.kind !== 'in-proportion') return awardScores(award, range, question);
  const target = range.high && magnitude(range.high.at);
  if (!target?.gt(0)) return valueScores(value, question);
  const relative = {
    ...value,
    nominal: value.nominal.div(target),
    low: value.low.div(target),
    high: value.high.div(target),
  };
  return union(valueScores(value, question), valueScores(relative, question));
}

function valueScores(value: Measured, { points, reading }: Question): ScoreSet {
  const scores =
    reading === 'nominal'
      ? single(value.nominal.times(points))
      : between(value.low.times(points), value.high.times(points));
  return clamp(scores, zero, points);
}

/** Do the tiers leave no value of the measure out? */
function coversAll(tiers: readonly Tier[]): boolean {
  const ranges = tiers.map(({ range }) => range);
  const probes = ranges.flatMap(({ low, high }) =>
    [low, high].flatMap((bound) => (bound ? [magnitude(bound.at)] : [])),
  );
  const beyond =
    probes.length === 0 ? [zero] : [Decimal.min(...probes).minus(1), Decimal.max(...probes).plus(1)];
  const sorted = [...new Set(probes.map((probe) => probe.toFixed()))]
    .map((probe) => new Decimal(probe))
    .toSorted((a, b) => a.comparedTo(b));
  const middles = sorted.slice(1).map((probe, index) => probe.plus(sorted[index] ?? probe).div(2));
  return [...sorted, ...beyond, ...middles].every((probe) => ranges.some((range) => inRange(probe, range)));
}

/** The measure, its inverse or what is left of it, times the points. */
export function evaluateProportional(
  rule: Extract<Rule, { kind: 'proportional' }>,
  question: Question,
): Evaluation {
  const values = valuesOf(rule.measure, question.facts).flatMap((value) => directed(value, rule.direction));
  if (values.length === 0) return { scores: between(zero, question.points), steps: [] };
  return mergeEvaluations(
    values.map((value) => ({
      scores: valueScores(value, question),
      steps: [
        {
          clause: `得分＝${rule.measure.name || '完成率'}×${question.points.toFixed()}`,
          values: value.words,
        },
      ],
    })),
  );
}

function directed(value: Measured, direction: 'forward' | 'inverse' | 'deficit'): readonly Measured[] {
  const one = new Decimal(1);
  switch (direction) {
    case 'forward':
      return [value];
    case 'inverse':
      if (value.low.lte(0)) return [];
      return [
        { ...value, nominal: one.div(value.nominal), low: one.div(value.high), high: one.div(value.low) },
      ];
    case 'deficit':
      return [
        {
          ...value,
          nominal: one.minus(value.nominal),
          low: one.minus(value.high),
          high: one.minus(value.low),
        },
      ];
  }
}
