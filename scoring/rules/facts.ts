import type { Decimal } from 'decimal.js';
import type { Condition, Measure } from './ast.ts';
import { printFormula } from './formula.ts';

/**
 * A measured value: what is printed, and the interval that its printed decimals stand for (`91.3%` is 0.9125 … 0.9135).
 * Percentages are fractions, amounts are 元.
 */
export type Measured = {
  readonly nominal: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  /** As a person would write it, with how it was computed: `42÷46＝91.30%`. */
  readonly words: string;
};

/**
 * How sure a fact is: `certain` where the words leave no doubt what is measured, `claimed` where they may mean something
 * else or praise in general. Only certain facts can contradict a score.
 */
export type Strength = 'certain' | 'claimed';

/** What is known about a variable of a rule. Several readings of a number are all taken into account. */
export type Fact = { readonly strength: Strength } & (
  | { readonly kind: 'number'; readonly readings: readonly Measured[] }
  | { readonly kind: 'truth'; readonly holds: boolean; readonly words: string }
);

/** Facts by the keys that the functions below give. */
export type Facts = ReadonlyMap<string, Fact>;

export const noFacts: Facts = new Map();

export function certainFacts(facts: Facts): Facts {
  return new Map([...facts].filter(([, fact]) => fact.strength === 'certain'));
}

/** Facts that belong to the row and not to a name in its rule. */
export const rowKeys = {
  /** Actual ÷ target. */
  completion: 'row:completion',
  /** The row does not apply (不涉及). */
  notApplicable: 'row:not-applicable',
  /** All sub-indicators reached their targets. */
  allReached: 'row:all-reached',
} as const;

export const measureKey = (measure: Measure): string =>
  `measure:${measure.name !== '' || !measure.definition ? measure.name : printFormula(measure.definition)}`;

export const operandKey = (name: string): string => `measure:${name}`;

export function conditionKey(condition: Condition): string {
  if (condition.kind === 'words') return `condition:${condition.words}`;
  return `condition:${printFormula(condition.left)}${condition.relation}${printFormula(condition.right)}`;
}

export const eventKey = (event: string, counter: string): string => `event:${event}/${counter}`;

export const bandKey = (rank: 'reached' | 'partly' | 'missed'): string => `row:band-${rank}`;
