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

/**
 * How far actual results may differ from the target, and what that costs, where a document says nothing itself. A field that
 * is absent is not prescribed by the form: every custom stays open, as for an unknown form.
 */
export type ScoringPolicies = {
  /** Points of the 预算执行率 row. */
  readonly executionPoints?: DecimalString;
  /** What happens above `overshootFrom` × target. */
  readonly overshoot?: 'full' | 'explain' | 'half';
  readonly overshootFrom?: DecimalString;
  /** `ratio`: T/A·w; `linear`: (1 − (A − T)/T)·w. */
  readonly inverse?: 'ratio' | 'linear';
  /** `proportional`: an "=" target scores like "≥"; `exact`: any deviation scores 0. */
  readonly equality?: 'proportional' | 'exact';
  /** Lower bounds, as fractions of the points, of 达成 and 部分达成. */
  readonly qualitativeBands?: readonly [DecimalString, DecimalString];
  /** Bands that hold when the document prints none; empty where the form prescribes none. */
  readonly gradeBands: readonly GradeBand[];
  /** Decimals to which the publisher's system rounds a row's score; absent where forms are made by hand. */
  readonly scoreDecimals?: number;
};

/**
 * What a printed form of this kind says beside its title and its columns. Of each list of wordings at least half must be
 * found, whole cells or labels before a colon, in any order; `remarks` only add to the evidence, since they are often lost.
 */
export type FormMarks = {
  /** Labels and funds headers above the indicator header. */
  readonly block?: readonly [string, ...string[]];
  /** Cells of the indicator header, what stands in parentheses apart. */
  readonly header?: readonly [string, ...string[]];
  /** Names of levels or rows, points in parentheses apart. */
  readonly names?: readonly [string, ...string[]];
  /** Parts of the remarks. */
  readonly remarks?: readonly [string, ...string[]];
  /** Columns that this form never has. */
  readonly lacks?: readonly ColumnRole[];
  /** Where the points stand: a column, parentheses after level names, or both. */
  readonly pointsIn?: 'column' | 'names' | 'both';
  /** Given where only the place tells the form from a national one: one of these must stand in title or unit. */
  readonly regions?: readonly [string, ...string[]];
};

/** A published form as data: no functions, no code. A new form is one new file and a sample. */
export type Profile = {
  readonly id: string;
  readonly form: FormKind;
  readonly name: { readonly zh: string; readonly en: string };
  /** Wordings of the title, or parts of it, that point to this form. */
  readonly titles: readonly string[];
  /** The document that prescribes the form, for a person. */
  readonly basis: string;
  /** Budget years for which it was seen; an open end is absent, all of it where nothing is known. */
  readonly years?: { readonly from?: number; readonly to?: number };
  /** Header wordings beyond the general synonyms. */
  readonly headers: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Columns that a table of this form always has: what identifies it beside its title. */
  readonly columns: readonly ColumnRole[];
  /** Absent: the form is recognised by its rubric alone. */
  readonly marks?: FormMarks;
  readonly policies: ScoringPolicies;
  /** Known rows in printed order; empty for forms whose rows each unit writes itself. */
  readonly rubric: readonly RubricRow[];
};
