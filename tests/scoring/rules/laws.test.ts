import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { possibleScores } from '../../../scoring/rules/admissible.ts';
import type { Rule } from '../../../scoring/rules/ast.ts';
import { evaluateRule } from '../../../scoring/rules/evaluate.ts';
import {
  conditionKey,
  eventKey,
  type Fact,
  type Facts,
  measureKey,
  operandKey,
} from '../../../scoring/rules/facts.ts';
import { parseRule } from '../../../scoring/rules/parse.ts';
import { phrases } from '../../../scoring/rules/phrases.ts';
import { printRule } from '../../../scoring/rules/print.ts';
import { contains, onlyValue, type ScoreSet } from '../../../scoring/rules/score-set.ts';
import { operandNames, variablesOf } from '../../../scoring/rules/variables.ts';
import { anyRule, leafRule, points } from './arbitrary-rule.ts';

const worth = new Decimal(points);
const runs = { numRuns: 200 };

const numberFact = (value: number): Fact => {
  const at = new Decimal(value);
  return {
    kind: 'number',
    strength: 'certain',
    readings: [{ nominal: at, low: at.minus('0.005'), high: at.plus('0.005'), words: at.toFixed() }],
  };
};

/** Facts for some of a rule's variables, by turns from a list of numbers; every third stays unknown. */
function someFacts(rule: Rule, numbers: readonly number[]): Facts {
  const facts = new Map<string, Fact>();
  const variables = variablesOf(rule);
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] ?? 0;
  for (const each of variables.measures) if (at % 3 !== 2) facts.set(measureKey(each), numberFact(next()));
  for (const name of operandNames(variables))
    facts.set(operandKey(name), numberFact(Math.abs(next()) + 0.01));
  for (const { event, counter } of variables.events)
    if (at % 3 !== 1) facts.set(eventKey(event, counter), numberFact(Math.floor(Math.abs(next()) * 3)));
  for (const condition of variables.conditions)
    if (next() > 0.5)
      facts.set(conditionKey(condition), {
        kind: 'truth',
        strength: 'certain',
        holds: next() > 0.7,
        words: '',
      });
  return facts;
}

const isWithin = (part: ScoreSet, whole: ScoreSet): boolean =>
  part.every(({ low, lowIncluded, high, highIncluded }) => {
    const middle = low.plus(high).div(2);
    return (
      (!lowIncluded || contains(whole, low)) &&
      (!highIncluded || contains(whole, high)) &&
      contains(whole, middle)
    );
  });

describe('rules', () => {
  test('read the same after printing', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(parseRule(printRule(rule), points)).toEqual(rule);
      }),
      runs,
    );
  });

  test('never give a score that they do not admit, whatever the facts', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 5, maxLength: 9 }),
        (rule, numbers) => {
          const admitted = possibleScores(rule, points, 'open');
          for (const reading of ['nominal', 'interval'] as const) {
            const { scores } = evaluateRule(rule, {
              points: worth,
              facts: someFacts(rule, numbers),
              reading,
              discretion: 'open',
            });
            expect(isWithin(scores, admitted)).toBe(true);
          }
        },
      ),
      runs,
    );
  });

  test('admit full marks and stay between nothing and full marks', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const admitted = possibleScores(rule, points, 'open');
        expect(contains(admitted, worth)).toBe(true);
        expect(admitted[0]?.low.gte(0) && admitted.at(-1)?.high.lte(worth)).toBe(true);
      }),
      runs,
    );
  });

  test('never give less for a better rate', () => {
    const score = (rule: Rule, rate: number): Decimal | undefined => {
      const [measure] = variablesOf(rule).measures;
      const facts = measure ? new Map([[measureKey(measure), numberFact(rate)]]) : new Map<string, Fact>();
      return onlyValue(
        evaluateRule(rule, { points: worth, facts, reading: 'nominal', discretion: 'open' }).scores,
      );
    };
    const rated = leafRule.filter((rule) => rule.kind === 'tiers' || rule.kind === 'proportional');
    fc.assert(
      fc.property(
        rated,
        fc.integer({ min: 0, max: 150 }),
        fc.integer({ min: 0, max: 50 }),
        (rule, rate, more) => {
          const [worse, better] = [score(rule, rate / 100), score(rule, (rate + more) / 100)];
          expect(better?.gte(worse ?? Number.NaN)).toBe(true);
        },
      ),
      runs,
    );
  });

  test('never give more for more occurrences', () => {
    const counted = leafRule.filter(
      (rule) => rule.kind === 'deduction' && rule.deductions.every(({ kind }) => kind === 'occurrence'),
    );
    const score = (rule: Rule, count: number): Decimal | undefined => {
      const facts = new Map(
        variablesOf(rule).events.map(({ event, counter }) => [eventKey(event, counter), numberFact(count)]),
      );
      return onlyValue(
        evaluateRule(rule, { points: worth, facts, reading: 'nominal', discretion: 'open' }).scores,
      );
    };
    fc.assert(
      fc.property(counted, fc.nat(12), fc.nat(12), (rule, count, more) => {
        const [fewer, further] = [score(rule, count), score(rule, count + more)];
        expect(further?.lte(fewer ?? Number.NaN)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the parser', () => {
  const scraps = [
    '得',
    '扣',
    '分',
    '满分',
    '不得分',
    '每',
    '1个百分点',
    '，',
    '；',
    '。',
    '（',
    '）',
    '1.',
    '①',
    '（1）',
    '90%',
    '≤',
    '≥',
    '率',
    '各占50%',
    '酌情',
    '否则',
    '×',
    '/',
    '=',
    '分值',
    '完成',
    '以上',
    '按比例',
    '有',
    '项',
    '2',
    '0.5',
    '一是',
    '综合得分',
  ];

  test('returns on any text', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 4 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('0', '0.5', '2', '10'), (words, worth) => {
        const rule = parseRule(words, worth);
        if (rule.kind !== 'not-understood') printRule(rule);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '(',
    '得',
    '1.',
    '每',
    '90%≤',
    '率',
    '得分=',
    '(1)①',
    '有一',
    '按',
    '各占50%、',
    ' ',
    '扣1分，',
    '根据',
    '，',
    '100%-80%、',
  ])('takes no long time over much “%s”', (scrap) => {
    const started = performance.now();
    parseRule(scrap.repeat(5900 / scrap.length), '10');
    parseRule(scrap.repeat(100_000 / scrap.length), '10');
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test('finds every phrase in its own examples', () => {
    const examples = phrases.flatMap((phrase) => phrase.examples.map((example) => ({ phrase, example })));
    expect(examples.length).toBeGreaterThan(60);
    for (const { phrase, example } of examples) {
      phrase.pattern.lastIndex = 0;
      const match = phrase.pattern.exec(example);
      expect([phrase.name, match?.[0]]).toEqual([phrase.name, example]);
      expect(phrase.read(match?.slice(1) ?? [])).toBeDefined();
    }
  });
});
