import type { CheckResult, ResultAssessment, ResultFinding } from '../model/result.ts';
import type { Decision } from '../model/review.ts';

/** A finding with what it belongs to. */
export type FoundIn = {
  readonly result: CheckResult;
  readonly assessment: ResultAssessment;
  readonly finding: ResultFinding;
};

/** What of a decision the reports show. */
export type ShownDecision = Pick<
  Decision,
  'state' | 'verdict' | 'reason' | 'note' | 'by' | 'at' | 'signedBy'
>;

/** Looks a finding's decision up; a report that is opened without a lookup shows no decisions at all. */
export type DecisionOf = (found: FoundIn) => ShownDecision | undefined;
