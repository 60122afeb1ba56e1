import type { FindingCode, Severity } from '../../model/finding.ts';

/** Assessments of one district in one year; `''` and null where they are not known. */
export type DistrictYear = {
  readonly district: string | null;
  readonly year: number | null;
  readonly assessments: number;
  /** Those with at least one finding of severity `error` that nobody dismissed. */
  readonly disagreeing: number;
};

/** Findings of one code that nobody dismissed. */
export type CodeCount = { readonly code: FindingCode; readonly severity: Severity; readonly count: number };

/** Assessments by their printed grade and that of the recomputed total, where both are known. */
export type GradePair = { readonly printed: string; readonly expected: string; readonly count: number };

/** Rows of one year's tables by how far they were recomputed. */
export type CoverageShare = {
  readonly year: number | null;
  /** One score alone was possible. */
  readonly decided: number;
  /** Several were. */
  readonly bounded: number;
  /** Nothing was recomputed. */
  readonly open: number;
  readonly notRead: number;
};

/** Documents whose present result is of one day. */
export type FinishedDay = {
  /** Days since 1970, in the time zone asked for. */
  readonly day: number;
  readonly checked: number;
  readonly withoutAssessment: number;
  readonly unreadable: number;
};

export type OverviewTotals = {
  readonly documents: number;
  /** With an assessment in them. */
  readonly checked: number;
  /** Not dismissed, of any severity; of severity `error`; that would change a grade. */
  readonly findings: number;
  readonly errors: number;
  readonly gradeChanges: number;
  /** That wait for somebody. */
  readonly waiting: number;
};

/** All current results in a few figures. */
export type OverviewTallies = {
  readonly totals: OverviewTotals;
  readonly districts: readonly DistrictYear[];
  readonly codes: readonly CodeCount[];
  readonly grades: readonly GradePair[];
  readonly coverage: readonly CoverageShare[];
  readonly finished: readonly FinishedDay[];
};

/** From when on finished documents are counted, and how far the days' zone is ahead of UTC, both in milliseconds. */
export type OverviewSpan = { readonly since: number; readonly zoneAhead: number };

/** A unit with its assessments in current results. */
export type UnitCount = { readonly unit: string; readonly assessments: number; readonly years: number };

/** A report that stands in several documents; one of them names it. */
export type RevisedReport = {
  readonly sha256: string;
  /** Of the assessment in that document, from 1. */
  readonly number: number;
  readonly unit: string;
  readonly year: number;
  /** Project or title. */
  readonly name: string | undefined;
  readonly versions: number;
};

/** What a person would rather look at than read: counts over everything. */
export type Overview = {
  readonly tallies: (span: OverviewSpan) => Promise<OverviewTallies>;
  /** Units whose name holds the text, those with the most years first. */
  readonly units: (search: string, limit: number) => Promise<readonly UnitCount[]>;
  /** Those whose newest version came last first. */
  readonly revised: (limit: number) => Promise<readonly RevisedReport[]>;
};
