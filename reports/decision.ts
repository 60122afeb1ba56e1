import type { CheckResult, ResultAssessment, ResultFinding } from '../model/result.ts';

/** What a reviewer made of a finding. */
export const decisionStates = ['confirmed', 'dismissed', 'needs-source'] as const;

/** Why a finding was dismissed. */
export const dismissalReasons = ['misread', 'explained', 'rounding', 'not-applicable', 'other'] as const;

/** A reviewer's decision about one finding, as the reports show it. */
export type Decision = {
  readonly state: (typeof decisionStates)[number];
  readonly reason?: (typeof dismissalReasons)[number];
  readonly comment?: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The second person, where two have to sign. */
  readonly signedBy?: string;
};

/** A finding with what it belongs to. */
export type FoundIn = {
  readonly result: CheckResult;
  readonly assessment: ResultAssessment;
  readonly finding: ResultFinding;
};

/** Looks a finding's decision up; a report that is opened without a lookup shows no decisions at all. */
export type DecisionOf = (found: FoundIn) => Decision | undefined;
