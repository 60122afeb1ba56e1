import { Decimal } from 'decimal.js';
import type { Rule } from '../../../scoring/rules/ast.ts';
import { conditionKey, eventKey, type Fact, type Facts, operandKey } from '../../../scoring/rules/facts.ts';
import { between, type ScoreSet, single, union } from '../../../scoring/rules/score-set.ts';
import { variablesOf } from '../../../scoring/rules/variables.ts';

/** Reads `0 0.5 1`, `0..2/0.5`, `[0,10]`, `(0,2]`; `judgement` says nothing about the set. */
export function readAllows(allows: string): ScoreSet {
  return union(
    ...allows
      .split(' ')
      .filter((word) => word !== 'judgement' && word !== '')
      .map(readWord),
  );
}

function readWord(word: string): ScoreSet {
  const interval = /^([[(])([\d.]+),([\d.]+)([\])])$/.exec(word);
  if (interval?.[2] && interval[3]) {
    return between(interval[2], interval[3]).map((span) => ({
      ...span,
      lowIncluded: interval[1] === '[',
      highIncluded: interval[4] === ']',
    }));
  }
  const steps = /^([\d.]+)\.\.([\d.]+)\/([\d.]+)$/.exec(word);
  if (!steps) return single(word);
  const [low, high, step] = steps.slice(1).map((digits) => new Decimal(digits));
  if (!low || !high || !step) return [];
  const count = high.minus(low).div(step).floor().toNumber();
  return union(...Array.from({ length: count + 1 }, (_, index) => single(low.plus(step.times(index)))));
}

/** Facts as the wordings write them. */
export function readFacts(given: Readonly<Record<string, string | boolean>>, rule: Rule): Facts {
  const facts = new Map<string, Fact>();
  const { conditions, events } = variablesOf(rule);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'boolean') {
      for (const condition of conditions)
        facts.set(conditionKey(condition), { kind: 'truth', strength: 'certain', holds: value, words: '' });
      continue;
    }
    const at = new Decimal(value);
    const fact: Fact = {
      kind: 'number',
      strength: 'certain',
      readings: [{ nominal: at, low: at, high: at, words: value }],
    };
    if (name === '#') for (const { event, counter } of events) facts.set(eventKey(event, counter), fact);
    else facts.set(operandKey(name), fact);
  }
  return facts;
}

export const show = (set: ScoreSet): string =>
  set
    .map((span) =>
      span.low.eq(span.high)
        ? span.low.toFixed()
        : `${span.lowIncluded ? '[' : '('}${span.low.toFixed()},${span.high.toFixed()}${span.highIncluded ? ']' : ')'}`,
    )
    .join(' ');
