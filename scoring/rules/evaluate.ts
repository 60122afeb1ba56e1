import { Decimal } from 'decimal.js';
import type { Award, Bound, Condition, Range, Rule, Tier } from './ast.ts';
import { awardWords, conditionWords, rangeWords } from './clause-words.ts';
import { evaluateDeduction } from './evaluate-deduction.ts';
import { bandKey, conditionKey, eventKey, type Measured, rowKeys } from './facts.ts';
import { computeFormula, valuesOf } from './measure-value.ts';
import { inRange, magnitude } from './quantity.ts';
import type { Evaluation, Question } from './question.ts';
import { between, clamp, hull, plus, type ScoreSet, single, times, union } from './score-set.ts';

const zero = new Decimal(0);

/**
 * Which scores the rule can give a row worth `points`, by what is known: every unknown stays open. The deciding clauses
 * come with it. Without facts this is the admissible set.
 */
export function evaluateRule(rule: Rule, question: Question): Evaluation {
  const { points, facts } = question;
  if (facts.has(rowKeys.notApplicable)) {
    const fact = facts.get(rowKeys.notApplicable);
    const open = question.reading === 'nominal' ? [] : evaluate(rule, question).scores;
    return {
      scores: union(single(points), open),
      steps: [{ clause: '不涉及', values: fact?.kind === 'truth' ? fact.words : '' }],
    };
  }
  return evaluate(rule, question);
}

function evaluate(rule: Rule, question: Question): Evaluation {
  const { points } = question;
  const unknown: Evaluation = { scores: between(zero, points), steps: [] };
  switch (rule.kind) {
    case 'all-or-nothing':
      return evaluateCheck(rule.condition, [{ kind: 'full' }, { kind: 'points', points: '0' }], question);
    case 'check':
      return evaluateCheck(rule.condition, [rule.met, rule.unmet], question);
    case 'tiers':
      return evaluateTiers(rule, question);
    case 'proportional':
      return evaluateProportional(rule, question);
    case 'deduction':
      return evaluateDeduction(rule, question);
    case 'accrual':
      return evaluateAccrual(rule, question);
    case 'sum':
      return evaluateSum(rule, question);
    case 'grades':
      return evaluateGrades(rule, question);
    case 'bands':
      return evaluateBands(rule, question);
    case 'sub-scores':
      return evaluateSubScores(rule, question);
    case 'by-scale':
      return merge(casesAt(rule, question).map((each) => evaluate(each, question)));
    case 'one-of':
      return merge(rule.rules.map((each) => evaluate(each, question)));
    case 'gate':
      return evaluateGate(rule, question);
    case 'waiver':
      return evaluateWaiver(rule, question);
    case 'with-discretion':
      return evaluateDiscretion(rule, question);
    case 'equal-split':
      return unknown;
    case 'discretion':
      return question.discretion === 'open' ? unknown : { scores: [], steps: [] };
  }
}

function merge(evaluations: readonly Evaluation[]): Evaluation {
  return {
    scores: union(...evaluations.map(({ scores }) => scores)),
    steps: evaluations.flatMap(({ steps }) => steps),
  };
}

/** The scores of one award; `range` limits a proportional one. */
function awardScores(award: Award, range: Range, { points, discretion }: Question): ScoreSet {
  switch (award.kind) {
    case 'full':
      return single(points);
    case 'points':
      return single(award.points);
    case 'share':
      return single(points.times(award.share));
    case 'span':
      return spanScores(award.low, award.high, points);
    case 'discretion':
      return discretion === 'open' ? between(zero, points) : [];
    case 'proportional':
      return proportionalScores(range, points);
    case 'in-proportion': {
      const scores = proportionalScores(range, points);
      return range.high && scores[0]
        ? union(scores, [{ ...scores[0], high: points, highIncluded: range.high.included }])
        : scores;
    }
  }
}

function spanScores(low: Bound, high: Bound, points: Decimal): ScoreSet {
  const at = (bound: Bound): Decimal =>
    bound.at.unit === '分' ? new Decimal(bound.at.value) : points.times(magnitude(bound.at));
  return [{ low: at(low), lowIncluded: low.included, high: at(high), highIncluded: high.included }];
}

function proportionalScores({ low, high }: Range, points: Decimal): ScoreSet {
  const from = low ? magnitude(low.at) : zero;
  const to = high ? magnitude(high.at) : Decimal.max(1, from);
  const span = [
    {
      low: from.times(points),
      lowIncluded: low?.included ?? true,
      high: to.times(points),
      highIncluded: high?.included ?? true,
    },
  ];
  return clamp(span, zero, points);
}

/** Is the condition met? `undefined`: the facts do not say. */
export function holds(
  condition: Condition,
  question: Question,
): { readonly is: boolean; readonly words: string } | undefined {
  const { facts, reading } = question;
  const fact = facts.get(conditionKey(condition));
  if (fact?.kind === 'truth') return { is: fact.holds, words: fact.words };
  if (condition.kind === 'words') return undefined;
  const left = computeFormula(condition.left, facts);
  const right = computeFormula(condition.right, facts);
  if (!left || !right) return undefined;
  const corners =
    reading === 'nominal'
      ? [compares(left.nominal, condition.relation, right.nominal)]
      : [
          compares(left.low, condition.relation, right.high),
          compares(left.high, condition.relation, right.low),
        ];
  const [is] = corners;
  if (is === undefined || corners.some((corner) => corner !== is)) return undefined;
  return {
    is,
    words: `${left.words}${is ? condition.relation : opposite(condition.relation)}${right.words}`,
  };
}

type Relation = Extract<Condition, { kind: 'compare' }>['relation'];

function compares(left: Decimal, relation: Relation, right: Decimal): boolean {
  const order = left.comparedTo(right);
  if (relation === '=') return order === 0;
  if (order === 0) return relation === '≤' || relation === '≥';
  return order < 0 === (relation === '<' || relation === '≤');
}

const opposite = (relation: Relation): string =>
  ({ '≤': '>', '<': '≥', '≥': '<', '>': '≤', '=': '≠' })[relation];

function evaluateCheck(
  condition: Condition,
  [met, unmet]: readonly [Award, Award],
  question: Question,
): Evaluation {
  const truth = holds(condition, question);
  const open = [met, unmet].map((award) => awardScores(award, {}, question));
  if (!truth) return { scores: union(...open), steps: [] };
  const award = truth.is ? met : unmet;
  return {
    scores: awardScores(award, {}, question),
    steps: [
      {
        clause: `${conditionWords(condition, truth.is)}，${awardWords(award, question.points)}`,
        values: truth.words,
      },
    ],
  };
}

function evaluateTiers({ measure, tiers }: Extract<Rule, { kind: 'tiers' }>, question: Question): Evaluation {
  const values = valuesOf(measure, question.facts);
  if (values.length === 0) {
    const all = tiers.map((tier) => awardScores(tier.award, tier.range, question));
    return { scores: union(...all, coversAll(tiers) ? [] : single(0)), steps: [] };
  }
  return merge(
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

function evaluateProportional(rule: Extract<Rule, { kind: 'proportional' }>, question: Question): Evaluation {
  const values = valuesOf(rule.measure, question.facts).flatMap((value) => directed(value, rule.direction));
  if (values.length === 0) return { scores: between(zero, question.points), steps: [] };
  return merge(
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

function evaluateAccrual({ items }: Extract<Rule, { kind: 'accrual' }>, question: Question): Evaluation {
  const { points, facts } = question;
  const sets = items.map(({ event, every, counter, points: step }): ScoreSet => {
    const fact = facts.get(eventKey(event, counter));
    const count = fact?.kind === 'number' ? fact.readings[0]?.nominal : undefined;
    if (count) return single(count.div(every).floor().times(step));
    const most = points.div(step).ceil().toNumber();
    if (most > 500) return between(zero, points);
    return union(...Array.from({ length: most + 1 }, (_, times) => single(new Decimal(step).times(times))));
  });
  const scores = sets.reduce((sum, set) => clamp(plus(sum, set), zero, points), single(0));
  return { scores, steps: [] };
}

function evaluateSum({ parts }: Extract<Rule, { kind: 'sum' }>, question: Question): Evaluation {
  const evaluations = parts.map(({ size, rule }) => {
    if (size.kind === 'points') return evaluate(rule, { ...question, points: new Decimal(size.points) });
    const whole = evaluate(rule, question);
    return { ...whole, scores: times(whole.scores, new Decimal(size.share)) };
  });
  return {
    scores: evaluations.reduce(
      (sum, { scores }) => (scores.length === 0 || sum.length === 0 ? [] : plus(sum, scores)),
      single(0),
    ),
    steps: evaluations.flatMap(({ steps }) => steps),
  };
}

function evaluateGrades({ grades }: Extract<Rule, { kind: 'grades' }>, question: Question): Evaluation {
  const known = grades.map((grade) => ({ grade, truth: holds(grade.condition, question) }));
  const met = known.find(({ truth }) => truth?.is === true);
  const open = met ? [met] : known.filter(({ truth }) => truth === undefined);
  return {
    scores: union(...open.map(({ grade }) => awardScores(grade.award, {}, question))),
    steps: met
      ? [
          {
            clause: `${conditionWords(met.grade.condition, true)}，${awardWords(met.grade.award, question.points)}`,
            values: met.truth?.words ?? '',
          },
        ]
      : [],
  };
}

function evaluateBands(
  { bounds: [high, low] }: Extract<Rule, { kind: 'bands' }>,
  question: Question,
): Evaluation {
  const { points, facts } = question;
  const span = (from: string, to: string, highIncluded: boolean): ScoreSet => [
    { low: points.times(from), lowIncluded: true, high: points.times(to), highIncluded },
  ];
  const bands = {
    reached: span(high, '1', true),
    partly: span(low, high, false),
    missed: span('0', low, false),
  };
  const known = (['reached', 'partly', 'missed'] as const).find((rank) => facts.has(bandKey(rank)));
  if (!known) return { scores: hull(union(bands.reached, bands.partly, bands.missed)), steps: [] };
  const fact = facts.get(bandKey(known));
  return {
    scores: bands[known],
    steps: [{ clause: '按完成情况分档', values: fact?.kind === 'truth' ? fact.words : '' }],
  };
}

/** The scores of a table that is not at hand; if all its rows reached their targets, only overshoot can cost points. */
function evaluateSubScores(rule: Extract<Rule, { kind: 'sub-scores' }>, question: Question): Evaluation {
  const { points, facts } = question;
  const reached = facts.get(rowKeys.allReached);
  if (reached?.kind !== 'truth' || !reached.holds) return { scores: between(zero, points), steps: [] };
  const overshoot =
    rule.each.kind === 'tiers'
      ? rule.each.tiers.filter(({ range }) => range.low && magnitude(range.low.at).gte(1))
      : [];
  const least = Decimal.min(
    points,
    ...overshoot.map((tier) => awardScores(tier.award, tier.range, question)[0]?.low ?? points),
  );
  const scores =
    question.reading === 'nominal'
      ? single(points)
      : between(rule.qualitative ? Decimal.min(least, points.times('0.8')) : least, points);
  return { scores, steps: [{ clause: `各指标均完成，得${points.toFixed()}分`, values: reached.words }] };
}

function casesAt(
  { measure, cases }: Extract<Rule, { kind: 'by-scale' }>,
  { facts }: Question,
): readonly Rule[] {
  const [value] = valuesOf(measure, facts);
  const at = value ? cases.filter(({ range }) => inRange(value.nominal, range)) : [];
  return (at.length > 0 ? at : cases).map(({ rule }) => rule);
}

/** What nothing speaks for is not supposed, unless every possibility is asked for. */
function evaluateGate({ condition, rule }: Extract<Rule, { kind: 'gate' }>, question: Question): Evaluation {
  const truth = holds(condition, question);
  if (truth?.is)
    return {
      scores: single(0),
      steps: [{ clause: `${conditionWords(condition, true)}，得0分`, values: truth.words }],
    };
  const inner = evaluate(rule, question);
  const isOpen = truth === undefined && question.reading === 'interval';
  return isOpen ? { ...inner, scores: union(inner.scores, single(0)) } : inner;
}

function evaluateWaiver(
  { condition, rule }: Extract<Rule, { kind: 'waiver' }>,
  question: Question,
): Evaluation {
  const truth = holds(condition, question);
  const { points } = question;
  if (truth?.is)
    return {
      scores: single(points),
      steps: [{ clause: `${conditionWords(condition, true)}，得${points.toFixed()}分`, values: truth.words }],
    };
  const inner = evaluate(rule, question);
  const isOpen = truth === undefined && question.reading === 'interval';
  return isOpen ? { ...inner, scores: union(inner.scores, single(points)) } : inner;
}

function evaluateDiscretion(
  { rule }: Extract<Rule, { kind: 'with-discretion' }>,
  question: Question,
): Evaluation {
  const inner = evaluate(rule, question);
  const isOpen = question.discretion === 'open' && question.reading === 'interval';
  return isOpen ? { ...inner, scores: union(inner.scores, between(zero, question.points)) } : inner;
}
