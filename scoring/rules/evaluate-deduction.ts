import { Decimal } from 'decimal.js';
import type { Deduction, Loss, PartialUnit, Rule } from './ast.ts';
import { conditionWords } from './clause-words.ts';
import { conditionKey, eventKey, type Measured } from './facts.ts';
import { valuesOf } from './measure-value.ts';
import { inRange, magnitude, printQuantity } from './quantity.ts';
import type { Evaluation, Question, Step } from './question.ts';
import { between, clamp, minusFrom, plus, type ScoreSet, single, union } from './score-set.ts';

const zero = new Decimal(0);

/** Above this many steps the multiples of a deduction say no more than their hull. */
const mostSteps = 500;

type Taken = { readonly losses: ScoreSet; readonly steps: readonly Step[] };

/** Full points less all deductions, never below zero. */
export function evaluateDeduction(
  rule: Extract<Rule, { kind: 'deduction' }>,
  question: Question,
): Evaluation {
  const { points } = question;
  const most = rule.most === undefined ? points : Decimal.min(points, rule.most);
  const taken = rule.deductions.map((deduction) => take(deduction, question));
  const losses = taken.reduce((sum, { losses: each }) => clamp(plus(sum, each), zero, points), single(0));
  return { scores: minusFrom(points, clamp(losses, zero, most)), steps: taken.flatMap(({ steps }) => steps) };
}

function take(deduction: Deduction, question: Question): Taken {
  const { points, facts } = question;
  switch (deduction.kind) {
    case 'occurrence': {
      const step = lossOf(deduction.loss, points);
      const fact = facts.get(eventKey(deduction.event, deduction.counter));
      const counts = fact?.kind === 'number' ? fact.readings : [];
      if (counts.length === 0) return { losses: multiples(step, points), steps: [] };
      const losses = counts.map(({ nominal }) => single(nominal.div(deduction.every).floor().times(step)));
      const clause = `${deduction.event}每${deduction.every}${deduction.counter}扣${step.toFixed()}分`;
      return { losses: union(...losses), steps: [{ clause, values: counts[0]?.words ?? '' }] };
    }
    case 'per-unit':
      return takePerUnit(deduction, question);
    case 'flat':
      return takeIf(deduction.condition, lossOf(deduction.loss, points), question);
    case 'zero':
      return takeIf(deduction.condition, points, question);
    case 'zero-range': {
      const values = valuesOf(deduction.measure, facts);
      const certain = values.length > 0 && values.every(({ nominal }) => inRange(nominal, deduction.range));
      const possible = values.length === 0 || values.some(({ nominal }) => inRange(nominal, deduction.range));
      return { losses: union(possible ? single(points) : [], certain ? [] : single(0)), steps: [] };
    }
    case 'discretion':
      return {
        losses:
          question.discretion === 'open' && question.reading === 'interval'
            ? between(zero, points)
            : single(0),
        steps: [],
      };
  }
}

const lossOf = (loss: Loss, points: Decimal): Decimal =>
  loss.kind === 'points' ? new Decimal(loss.points) : points.times(loss.share);

function takeIf(
  condition: Extract<Deduction, { kind: 'flat' }>['condition'],
  loss: Decimal,
  { facts }: Question,
): Taken {
  const fact = facts.get(conditionKey(condition));
  if (fact?.kind !== 'truth') return { losses: union(single(0), single(loss)), steps: [] };
  const clause = `${conditionWords(condition, true)}，扣${loss.toFixed()}分`;
  return { losses: single(fact.holds ? loss : 0), steps: [{ clause, values: fact.words }] };
}

/** Every multiple of a step up to the points; the last may be cut off by the floor. */
function multiples(step: Decimal, points: Decimal): ScoreSet {
  const count = points.div(step).ceil();
  if (count.gt(mostSteps)) return between(zero, points);
  return union(
    ...Array.from({ length: count.toNumber() + 1 }, (_, times) =>
      single(Decimal.min(points, step.times(times))),
    ),
  );
}

function takePerUnit(deduction: Extract<Deduction, { kind: 'per-unit' }>, question: Question): Taken {
  const { points, facts, reading } = question;
  const step = lossOf(deduction.loss, points);
  const { threshold } = deduction;
  const values = threshold ? valuesOf(deduction.measure, facts) : [];
  if (values.length === 0 || !threshold) {
    return {
      losses: deduction.partial === 'proportional' ? between(zero, points) : multiples(step, points),
      steps: [],
    };
  }
  const excess = (value: Decimal): Decimal => distance(value.minus(magnitude(threshold)), deduction.side);
  const unitsIn = (value: Decimal): Decimal => excess(value).div(magnitude(deduction.unit));
  const losses = values.map((value) =>
    unitLosses(value, { unitsIn, step, partial: deduction.partial, reading }),
  );
  const side = sideWords[deduction.side];
  const clause = `${deduction.measure.name}${side}${printQuantity(threshold)}，每${printQuantity(deduction.unit)}扣${step.toFixed()}分`;
  return { losses: union(...losses), steps: [{ clause, values: values[0]?.words ?? '' }] };
}

const sideWords = { above: '超过', below: '低于', either: '偏离' } as const;

function distance(difference: Decimal, side: 'above' | 'below' | 'either'): Decimal {
  if (side === 'either') return difference.abs();
  return Decimal.max(0, side === 'above' ? difference : difference.negated());
}

type Units = {
  readonly unitsIn: (value: Decimal) => Decimal;
  readonly step: Decimal;
  readonly partial: PartialUnit;
  readonly reading: Question['reading'];
};

/** What is lost for all values of the interval: it grows with the distance from the threshold. */
function unitLosses(value: Measured, { unitsIn, step, partial, reading }: Units): ScoreSet {
  const ends = reading === 'nominal' ? [value.nominal] : [value.low, value.high, value.nominal];
  const units = ends.map(unitsIn);
  const [least, most] = [Decimal.min(...units), Decimal.max(...units)];
  if (partial === 'proportional') return between(least.times(step), most.times(step));
  const from = partial === 'started' ? least.ceil() : least.floor();
  const to = partial === 'whole' ? most.floor() : most.ceil();
  if (to.minus(from).gt(mostSteps)) return between(from.times(step), to.times(step));
  return union(
    ...Array.from({ length: to.minus(from).toNumber() + 1 }, (_, at) => single(from.plus(at).times(step))),
  );
}
