import type { FindingCode, Severity } from '../../model/finding.ts';

/** What the plots are drawn from: counts and printed figures, made by whoever keeps the results. */

/** Assessments of one district in one year; either is `null` where it is not known. */
export type DistrictYear = {
  readonly district: string | null;
  readonly year: number | null;
  readonly assessments: number;
  /** Those with at least one finding of severity `error`. */
  readonly disagreeing: number;
};

/** Findings of one code. */
export type CodeCount = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly count: number;
};

/** Assessments whose printed grade was compared with that of the recomputed total. */
export type GradePair = { readonly printed: string; readonly expected: string; readonly count: number };

/** Rows of the tables of one year, by how far they were recomputed; together they are all rows. */
export type CoverageShare = {
  readonly year: number | null;
  /** One score alone was possible. */
  readonly decided: number;
  /** The rule was understood and leaves several scores open. */
  readonly bounded: number;
  /** Nothing was recomputed: no rule, a rule not understood, judgement, no score. */
  readonly open: number;
  readonly notRead: number;
};

/** Documents that were finished in one span of time. */
export type Throughput = {
  /** The span as it is to be shown: `05-06`, `13:00`. */
  readonly span: string;
  readonly checked: number;
  readonly withoutAssessment: number;
  readonly unreadable: number;
};

/** One unit's total of a year; decimal strings as in the results. */
export type YearTotal = {
  readonly year: number;
  readonly printed: string | null;
  readonly low: string;
  readonly high: string;
};

/** A row of one report in its versions, oldest first; `null` where a version has no such row or score. */
export type VersionedRow = { readonly name: string; readonly scores: readonly (string | null)[] };

type KnownYear = number | null;

/** Earlier years first; what has none stands last. */
export function byYear(a: KnownYear, b: KnownYear): number {
  return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY) || 0;
}
