import type { Decimal } from 'decimal.js';
import type { Facts } from './facts.ts';
import { type ScoreSet, union } from './score-set.ts';

/**
 * What a rule is asked. `interval` keeps every possibility (measured values as intervals, bounds on both sides, vetoes that
 * nothing rules out); `nominal` takes printed values as exact and supposes nothing that is not stated. `withheld` leaves
 * scores out that only somebody's judgement can give.
 */
export type Question = {
  readonly points: Decimal;
  readonly facts: Facts;
  readonly reading: 'interval' | 'nominal';
  readonly discretion: 'open' | 'withheld';
};

/** The clause that decided, with the points it gives, and the values that it was decided by. */
export type Step = { readonly clause: string; readonly values: string };

export type Evaluation = { readonly scores: ScoreSet; readonly steps: readonly Step[] };

/** What any of several evaluations allows. */
export function mergeEvaluations(evaluations: readonly Evaluation[]): Evaluation {
  return {
    scores: union(...evaluations.map(({ scores }) => scores)),
    steps: evaluations.flatMap(({ steps }) => steps),
  };
}
