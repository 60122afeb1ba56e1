import { Decimal } from 'decimal.js';
import type { Award, Condition, Grade, Rule } from './ast.ts';
import { awardScores } from './award-scores.ts';
import { awardWords, conditionWords } from './clause-words.ts';
import { holds } from './condition-truth.ts';
import { evaluateDeduction } from './evaluate-deduction.ts';
import { evaluateProportional, evaluateTiers } from './evaluate-tiers.ts';
import { bandKey, eventKey, rowKeys } from './facts.ts';
import { valuesOf } from './measure-value.ts';
import { inRange, magnitude } from './quantity.ts';
import { type Evaluation, mergeEvaluations, type Question } from './question.ts';
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
      return mergeEvaluations(casesAt(rule, question).map((each) => evaluate(each, question)));
    case 'one-of':
      return mergeEvaluations(rule.rules.map((each) => evaluate(each, question)));
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
  const named = union(...open.map(({ grade }) => awardScores(grade.award, {}, question)));
  return {
    scores: met || namesWorst(grades) ? named : union(named, single(0)),
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

/** Does a list of grades end with what nobody wants? 好得1分，较好得0.6分 leaves open that neither holds. */
const namesWorst = (grades: readonly Grade[]): boolean =>
  grades.some(({ condition }) =>
    /差|劣|低|降|[不未无否没]|其[他余]|[DE]级/.test(conditionWords(condition, true)),
  );

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
