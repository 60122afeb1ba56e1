import type { GeneratedAssessment, GeneratedRow } from '../generated.ts';
import type { LaidRow } from './laid-out.ts';

/** What a printed column holds. `name` is the row's own name, whatever its depth. */
export type Field =
  | 'ordinal'
  | 'level1'
  | 'level1Points'
  | 'level2'
  | 'level2Points'
  | 'name'
  | 'points'
  | 'definition'
  | 'standard'
  | 'sign'
  | 'value'
  | 'measure'
  | 'target'
  | 'actual'
  | 'score'
  | 'reviewActual'
  | 'reviewScore'
  | 'deduction'
  | 'evidence'
  | 'reason'
  | 'blank';

export type Column = { readonly field: Field; readonly header: string };

/** How numbers look; the values stay. */
export type NumberStyle = {
  /** Fixed digits of points and of scores; absent: as few as needed. */
  readonly pointDecimals?: number;
  readonly scoreDecimals?: number;
  readonly thousands: boolean;
  /** Whether the actual repeats the target's unit, and its sign (as some systems print it). */
  readonly actualMeasure: boolean;
  readonly actualSign: boolean;
};

/** How one document prints its assessment. */
export type Form = {
  readonly columns: readonly Column[];
  /** A first header row with this text over `count` columns from `first`; the others span both rows. */
  readonly headerGroup?: { readonly text: string; readonly first: number; readonly count: number };
  /** Rows above the indicators, on `width` columns; at least `minWidth` columns are needed. */
  readonly block: (assessment: GeneratedAssessment, width: number) => readonly LaidRow[];
  readonly minWidth: number;
  /** Whether level names carry their points (`产出指标（50分）`). */
  readonly pointsInNames: readonly (1 | 2)[];
  /** Whether a level name is repeated on each row instead of spanning them. */
  readonly levels: 'spanned' | 'repeated';
  /** Lines above the table, after the title. */
  readonly opening: (assessment: GeneratedAssessment) => readonly string[];
  readonly totalLabel: string;
  readonly totalPlace: 'bottom' | 'above' | 'none';
  readonly style: NumberStyle;
};

export type GeneratedDocument = { readonly assessment: GeneratedAssessment; readonly form: Form };

/** Rows that are printed as rows of the indicator table (an execution row of a funds block is not). */
export function tableRows(assessment: GeneratedAssessment): readonly GeneratedRow[] {
  return assessment.rows.filter((row) => !(row.kind === 'execution' && assessment.funds.length > 0));
}
