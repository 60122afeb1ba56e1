import type { FormKind } from './assessment.ts';
import type { ColumnRole } from './column-role.ts';
import type { DecimalString } from './decimal-string.ts';

/** One band of a grade scale: `low` and `high` in points out of 100. */
export type GradeBand = {
  readonly label: string;
  readonly low: DecimalString;
  readonly lowIncluded: boolean;
  readonly high: DecimalString;
  readonly highIncluded: boolean;
};

/** A known indicator of a form. Texts are in our own words; they are matched by similarity. */
export type RubricRow = {
  /** Level 1 … the row's own name. */
  readonly path: readonly [string, ...string[]];
  /** Other wordings of the row's own name. */
  readonly aliases: readonly string[];
  readonly maxScore: DecimalString;
  /** Words that a definition of this row is made of. */
  readonly definition: string;
  /** The scoring standard in our own words, in the language that `scoring/rules` compiles. */
  readonly standard: string;
};

/** How far actual results may differ from the target, and what that costs, where a form says nothing itself. */
export type ScoringPolicies = {
  /** Points of the 预算执行率 row; absent where the form has none. */
  readonly executionPoints?: DecimalString;
  /** What happens above `overshootFrom` × target. */
  readonly overshoot: 'full' | 'explain' | 'half';
  readonly overshootFrom: DecimalString;
  /** `ratio`: T/A·w; `linear`: (1 − (A − T)/T)·w. */
  readonly inverse: 'ratio' | 'linear';
  /** `proportional`: an "=" target scores like "≥"; `exact`: any deviation scores 0. */
  readonly equality: 'proportional' | 'exact';
  /** Lower bounds, as fractions of the points, of 达成 and 部分达成. */
  readonly qualitativeBands: readonly [DecimalString, DecimalString];
  /** Bands that hold when the document prints none. */
  readonly gradeBands: readonly GradeBand[];
  /** Decimals to which the publisher's system rounds a row's score; absent where forms are made by hand. */
  readonly scoreDecimals?: number;
};

/** A published form as data: no functions, no code. A new form is one new file and a sample. */
export type Profile = {
  readonly id: string;
  readonly form: FormKind;
  readonly name: { readonly zh: string; readonly en: string };
  /** Wordings of the title that point to this form. */
  readonly titles: readonly string[];
  /** The document that prescribes the form, for a person. */
  readonly basis: string;
  /** Budget years in which it is in force; an open end is absent. */
  readonly years: { readonly from: number; readonly to?: number };
  /** Header wordings beyond the general synonyms. */
  readonly headers: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Columns that a table of this form always has: what identifies it beside its title. */
  readonly columns: readonly ColumnRole[];
  readonly policies: ScoringPolicies;
  /** Known rows in printed order; empty for forms whose rows each unit writes itself. */
  readonly rubric: readonly RubricRow[];
};
