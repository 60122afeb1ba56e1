import { Decimal } from 'decimal.js';
import type { Formula, Measure, Operator } from './ast.ts';
import { type Facts, type Measured, measureKey, operandKey, rowKeys } from './facts.ts';
import { isGeneral } from './leaf.ts';
import { magnitude, printQuantity } from './quantity.ts';

const zero = new Decimal(0);

/** What the facts say about a measure: every reading there is, or none. Its definition counts before a stated value. */
export function valuesOf(measure: Measure, facts: Facts): readonly Measured[] {
  const computed = measure.definition && computeFormula(measure.definition, facts);
  const stated = readingsOf(measureKey(measure), facts);
  if (computed) return merge(computed, stated);
  if (stated.length > 0) return stated;
  return isGeneral(measure.name) ? readingsOf(rowKeys.completion, facts) : [];
}

/** A stated value that the computed one explains adds nothing; one that differs stays beside it. */
function merge(computed: Measured, stated: readonly Measured[]): readonly Measured[] {
  const others = stated.filter(({ low, high }) => computed.high.lt(low) || computed.low.gt(high));
  return [computed, ...others];
}

function readingsOf(key: string, facts: Facts): readonly Measured[] {
  const fact = facts.get(key);
  return fact?.kind === 'number' ? fact.readings : [];
}

/** The value of a formula, if the facts suffice: a numerator of zero needs no denominator. */
export function computeFormula(formula: Formula, facts: Facts): Measured | undefined {
  const computed = compute(formula, facts);
  return computed && { ...computed, words: withResult(computed) };
}

function withResult({ words, nominal }: Measured): string {
  return /[+\-×÷]/.test(words.slice(1)) ? `${words}＝${percentWords(nominal)}` : words;
}

/** A ratio as a percentage with two decimals. */
export function percentWords(value: Decimal): string {
  return value.abs().lt(20) ? `${value.times(100).toFixed(2)}%` : value.toFixed();
}

function compute(formula: Formula, facts: Facts): Measured | undefined {
  switch (formula.kind) {
    case 'operand':
      return readingsOf(operandKey(formula.name), facts)[0];
    case 'number': {
      const value = magnitude(formula.number);
      return { nominal: value, low: value, high: value, words: printQuantity(formula.number) };
    }
    case 'mean':
      return undefined;
    case 'binary': {
      const left = compute(formula.left, facts);
      const right = compute(formula.right, facts);
      if (left && formula.operator === '÷' && isExactly(left, zero) && !(right && isExactly(right, zero))) {
        return { ...left, words: left.words };
      }
      return left && right ? combine(formula, left, right) : undefined;
    }
  }
}

const isExactly = (measured: Measured, value: Decimal): boolean =>
  measured.low.eq(value) && measured.high.eq(value);

function combine(
  { operator, left: leftFormula }: Extract<Formula, { kind: 'binary' }>,
  left: Measured,
  right: Measured,
): Measured | undefined {
  const corners = cornersOf(operator, left, right);
  if (!corners) return undefined;
  const [nominal, ...ends] = corners;
  const isWhole = operator === '×' && right.words === '100%';
  const leftWords =
    leftFormula.kind === 'binary' &&
    (operator === '÷' || operator === '×') &&
    /[+-]/.test(left.words.slice(1))
      ? `(${left.words})`
      : left.words;
  return {
    nominal,
    low: Decimal.min(...ends),
    high: Decimal.max(...ends),
    words: isWhole ? left.words : `${leftWords}${operator}${right.words}`,
  };
}

type Corners = readonly [Decimal, ...Decimal[]];

function cornersOf(operator: Operator, left: Measured, right: Measured): Corners | undefined {
  const pairs: readonly (readonly [Decimal, Decimal])[] = [
    [left.nominal, right.nominal],
    [left.low, right.low],
    [left.low, right.high],
    [left.high, right.low],
    [left.high, right.high],
  ];
  if (operator === '÷' && right.low.lte(0) && right.high.gte(0)) return undefined;
  const [first, ...rest] = pairs.map(([a, b]) => apply(operator, a, b));
  return first && [first, ...rest];
}

function apply(operator: Operator, left: Decimal, right: Decimal): Decimal {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '×':
      return left.times(right);
    case '÷':
      return left.div(right);
  }
}
