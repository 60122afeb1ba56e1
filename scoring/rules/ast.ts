import type { DecimalString } from '../../model/decimal-string.ts';

/** A number with the unit it is printed with (`90%`, `3个`); a pure number has the unit `''`. */
export type Quantity = { readonly value: DecimalString; readonly unit: string };

export type Bound = { readonly at: Quantity; readonly included: boolean };

/** A part of the number line; an open end is absent. */
export type Range = { readonly low?: Bound; readonly high?: Bound };

export type Operator = '+' | '-' | '×' | '÷';

/** How a quantity is computed; `mean` averages a series whose members are cut off at `cap`. */
export type Formula =
  | { readonly kind: 'operand'; readonly name: string }
  | { readonly kind: 'number'; readonly number: Quantity }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'mean'; readonly of: string; readonly cap?: Quantity };

/** A quantity that a rule looks at. A name that the rule leaves out is `''`. */
export type Measure = { readonly name: string; readonly definition?: Formula };

/** What has to hold: words, or two quantities compared. */
export type Condition =
  | { readonly kind: 'words'; readonly words: string }
  | {
      readonly kind: 'compare';
      readonly left: Formula;
      readonly relation: '≤' | '<' | '≥' | '>' | '=';
      readonly right: Formula;
    };

/**
 * What a clause gives. `share` is a fraction of the points, `proportional` the measure times the points, `in-proportion`
 * the same or relative to the bound above, `span` anything
 * between two fractions of the points, `discretion` what somebody thinks fit.
 */
export type Award =
  | { readonly kind: 'full' }
  | { readonly kind: 'points'; readonly points: DecimalString }
  | { readonly kind: 'share'; readonly share: DecimalString }
  | { readonly kind: 'proportional' }
  | { readonly kind: 'in-proportion' }
  | { readonly kind: 'span'; readonly low: Bound; readonly high: Bound }
  | { readonly kind: 'discretion' };

export type Tier = { readonly range: Range; readonly award: Award };

/**
 * What happens to a started unit: `whole` counts complete units only, `started` counts it in full, `proportional` counts
 * its fraction; `unstated` leaves the first two open.
 */
export type PartialUnit = 'whole' | 'started' | 'proportional' | 'unstated';

/** How much a deduction takes: points, or a fraction of the row's points. */
export type Loss =
  | { readonly kind: 'points'; readonly points: DecimalString }
  | { readonly kind: 'share'; readonly share: DecimalString };

export type Deduction =
  | {
      readonly kind: 'occurrence';
      readonly event: string;
      readonly every: number;
      readonly counter: string;
      readonly loss: Loss;
    }
  | {
      readonly kind: 'per-unit';
      readonly measure: Measure;
      /** `either`: the distance from the threshold, to whichever side. */
      readonly side: 'above' | 'below' | 'either';
      /** Absent where the rule speaks of the target. */
      readonly threshold?: Quantity;
      readonly unit: Quantity;
      readonly loss: Loss;
      readonly partial: PartialUnit;
    }
  | { readonly kind: 'flat'; readonly condition: Condition; readonly loss: Loss }
  | { readonly kind: 'zero'; readonly condition: Condition }
  | { readonly kind: 'zero-range'; readonly measure: Measure; readonly range: Range }
  | { readonly kind: 'discretion'; readonly condition: Condition };

/** A part of a sum: its size is given in points or as a fraction of the whole. */
export type Part = {
  readonly name: string;
  readonly size: Loss;
  readonly rule: Rule;
};

export type ScaleCase = { readonly range: Range; readonly rule: Rule };

export type Grade = { readonly condition: Condition; readonly award: Award };

/** A scoring standard (评分标准). Every number is exact; `full` is the points of the row or part that the rule stands in. */
export type Rule =
  | { readonly kind: 'all-or-nothing'; readonly condition: Condition }
  | {
      readonly kind: 'check';
      readonly condition: Condition;
      readonly met: Award;
      readonly unmet: Award;
    }
  | { readonly kind: 'tiers'; readonly measure: Measure; readonly tiers: readonly Tier[] }
  | {
      readonly kind: 'proportional';
      readonly measure: Measure;
      /** `inverse`: less is better; `deficit`: the measure is what is lost. */
      readonly direction: 'forward' | 'inverse' | 'deficit';
    }
  | {
      readonly kind: 'deduction';
      readonly deductions: readonly Deduction[];
      /** The most that all of them together may take; absent where it is the whole. */
      readonly most?: DecimalString;
    }
  | { readonly kind: 'accrual'; readonly items: readonly Accrual[] }
  | { readonly kind: 'sum'; readonly parts: readonly Part[] }
  | { readonly kind: 'grades'; readonly grades: readonly Grade[] }
  | { readonly kind: 'bands'; readonly bounds: readonly [DecimalString, DecimalString] }
  | { readonly kind: 'sub-scores'; readonly each: Rule; readonly qualitative?: Rule }
  | { readonly kind: 'by-scale'; readonly measure: Measure; readonly cases: readonly ScaleCase[] }
  | { readonly kind: 'one-of'; readonly rules: readonly Rule[] }
  | { readonly kind: 'gate'; readonly condition: Condition; readonly rule: Rule }
  | { readonly kind: 'waiver'; readonly condition: Condition; readonly rule: Rule }
  | { readonly kind: 'with-discretion'; readonly condition: Condition; readonly rule: Rule }
  | { readonly kind: 'equal-split' }
  | { readonly kind: 'discretion' };

/** Points that add up: each `every` events give `points`, up to the row's points. */
export type Accrual = {
  readonly event: string;
  readonly every: number;
  readonly counter: string;
  readonly points: DecimalString;
};
