import { Decimal } from 'decimal.js';
import type { DecimalString } from '../../model/decimal-string.ts';
import type { AdmissibleSet } from '../../model/outcome.ts';
import { admissibleScores, possibleScores } from './admissible.ts';
import type { Rule } from './ast.ts';
import { type NotUnderstood, notUnderstood } from './not-understood.ts';
import { parseRule } from './parse.ts';
import { printRule } from './print.ts';
import { contains, type ScoreSet } from './score-set.ts';

/** A scoring standard, understood: what it can give, with and without somebody's judgement. */
export type Understood = {
  readonly kind: 'understood';
  readonly rule: Rule;
  readonly canonical: string;
  readonly possible: ScoreSet;
  /** Without what only judgement (酌情) can give; equal to `possible` where the rule leaves nothing to it. */
  readonly settled: ScoreSet;
  readonly admissible: AdmissibleSet;
  readonly isDiscretionary: boolean;
};

export type CompiledRule = Understood | NotUnderstood;

/** Rules kept; a country's forms share their wordings, so old ones are dropped only to bound memory. */
const mostKept = 5000;
const kept = new Map<string, CompiledRule>();

/**
 * Compiles a scoring standard for a row worth `maxScore`. A rule whose best score is not the row's points is another row's
 * rule, or was misread: it counts as not understood.
 */
export function compileRule(text: string, maxScore: DecimalString): CompiledRule {
  const key = `${maxScore}\n${text}`;
  const known = kept.get(key);
  if (known) return known;
  const compiled = compile(text, maxScore);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, compiled);
  return compiled;
}

function compile(text: string, maxScore: DecimalString): CompiledRule {
  const rule = parseRule(text, maxScore);
  if (rule.kind === 'not-understood') return rule;
  const possible = possibleScores(rule, maxScore, 'open');
  if (!contains(possible, new Decimal(maxScore))) return notUnderstood(`最高得分不等于分值${maxScore}分`);
  const settled = possibleScores(rule, maxScore, 'withheld');
  return {
    kind: 'understood',
    rule,
    canonical: printRule(rule),
    possible,
    settled,
    admissible: admissibleScores(rule, maxScore),
    isDiscretionary: leavesJudgement(rule),
  };
}

/** Does any clause of the rule leave the score to judgement? */
export function leavesJudgement(rule: Rule): boolean {
  switch (rule.kind) {
    case 'discretion':
    case 'with-discretion':
      return true;
    case 'check':
      return rule.met.kind === 'discretion' || rule.unmet.kind === 'discretion';
    case 'tiers':
      return rule.tiers.some(({ award }) => award.kind === 'discretion');
    case 'grades':
      return rule.grades.some(({ award }) => award.kind === 'discretion');
    case 'deduction':
      return rule.deductions.some(({ kind }) => kind === 'discretion');
    case 'sum':
      return rule.parts.some((part) => leavesJudgement(part.rule));
    case 'by-scale':
      return rule.cases.some((each) => leavesJudgement(each.rule));
    case 'one-of':
      return rule.rules.some(leavesJudgement);
    case 'gate':
    case 'waiver':
      return leavesJudgement(rule.rule);
    case 'sub-scores':
    case 'all-or-nothing':
    case 'proportional':
    case 'accrual':
    case 'bands':
    case 'equal-split':
      return false;
  }
}
