import type { FormKind } from '../../model/assessment.ts';
import type { FindingCode } from '../../model/finding.ts';

/** Numbers are decimal strings as the document prints them, after thousands separators and padding are taken off. */

/** A row as the form prints it; `null` is not printed. */
export type GeneratedRow = {
  readonly kind: 'indicator' | 'execution';
  /** Level names and the row's own name, outermost first. */
  readonly path: readonly string[];
  readonly maxScore: string | null;
  /** What the row is worth where the form prints no points for it (a share of its group's). */
  readonly impliedMax?: string;
  readonly selfScore: string | null;
  /** The target in three parts, as far as the form has them. */
  readonly sign?: string;
  readonly value?: string;
  readonly measure?: string;
  readonly actual?: string;
  readonly definition?: string;
  readonly standard?: string;
  readonly evidence?: string;
  readonly reason?: string;
};

/** A level above the rows; `selfScore` is the sum of its rows' scores, where the form prints it. */
export type GeneratedGroup = {
  readonly path: readonly string[];
  readonly maxScore: string;
  readonly selfScore?: string;
};

/** What a form prints that not every form does, as far as a disagreement may need it. */
export type ShownPart = 'reasons' | 'group points' | 'initial funds';

/** One line of a funds block in 万元; `points` and `score` only where the line carries them. */
export type GeneratedFunds = {
  readonly name: string;
  readonly initial: string;
  readonly adjusted: string;
  readonly executed: string;
  /** As printed (`94.60%`). */
  readonly rate: string;
  readonly points?: string;
  readonly score?: string;
};

export type GeneratedBudget = {
  readonly total: string;
  readonly parts: readonly { readonly name: string; readonly amount: string }[];
};

export type ExpectedFinding = {
  readonly code: FindingCode;
  /** `total`, `grade`, `budget`, or the row's 0-based index; absent: whatever it is about. */
  readonly subject?: 'total' | 'grade' | 'budget' | number;
};

export type GeneratedAssessment = {
  /** Family of domain.md (`F13`), for the scoreboard. */
  readonly family: string;
  readonly form: FormKind;
  readonly title: string;
  readonly unit: string;
  readonly department?: string;
  readonly project?: string;
  readonly year: number;
  readonly goals: readonly { readonly expected: string; readonly reached: string }[];
  readonly shows: readonly ShownPart[];
  readonly rows: readonly GeneratedRow[];
  readonly groups: readonly GeneratedGroup[];
  readonly funds: readonly GeneratedFunds[];
  readonly budget?: GeneratedBudget;
  readonly total: { readonly printed: string | null; readonly max: string | null };
  readonly grade: {
    readonly style: 'boxes' | 'written' | 'none';
    readonly chosen: readonly string[];
  };
  /** Remarks under the table. */
  readonly remarks: readonly string[];
  /** Findings that must be raised. Any other of severity `error` is a false accusation … */
  readonly mustRaise: readonly ExpectedFinding[];
  /** … unless it is one of these consequences of an injected disagreement. */
  readonly mayRaise: readonly ExpectedFinding[];
};
