import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { AdmissibleSet } from '../../model/outcome.ts';
import type { Rule } from './ast.ts';
import { evaluateRule } from './evaluate.ts';
import { noFacts } from './facts.ts';
import type { Question } from './question.ts';
import { clamp, type ScoreSet, toAdmissible } from './score-set.ts';

/** The scores that a rule can give whatever the facts, in a row worth `maxScore`. */
export function admissibleScores(rule: Rule, maxScore: DecimalString): AdmissibleSet {
  return toAdmissible(possibleScores(rule, maxScore, 'open'));
}

/** The same as a set to compute with; `withheld` leaves out what only judgement can give. */
export function possibleScores(
  rule: Rule,
  maxScore: DecimalString,
  discretion: Question['discretion'],
): ScoreSet {
  const points = new Decimal(maxScore);
  const { scores } = evaluateRule(rule, { points, facts: noFacts, reading: 'interval', discretion });
  return clamp(scores, new Decimal(0), points);
}
