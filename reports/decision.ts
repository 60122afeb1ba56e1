import type { CheckResult, ResultAssessment, ResultFinding } from '../model/result.ts';
import type { Words } from './words/words.ts';

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

/** The decision in words, its reason behind it; for a finding that nobody has decided, that. */
export function describeDecision(decision: Decision | undefined, { decisions }: Words): string {
  if (decision === undefined) return decisions.open;
  const reason = decision.reason === undefined ? '' : decisions.because(decisions.reasons[decision.reason]);
  return `${decisions.states[decision.state]}${reason}`;
}

/** A moment as reports print it: date, hour and minute in UTC. */
export function describeMoment(moment: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(moment) ?? [];
  return date === undefined ? moment : `${date} ${time} UTC`;
}

/** Findings of an assessment by what was decided about them. */
export function countDecisions(
  result: CheckResult,
  assessment: ResultAssessment,
  decisionOf: DecisionOf,
): Readonly<Record<Decision['state'] | 'open', number>> {
  const counts = { confirmed: 0, dismissed: 0, 'needs-source': 0, open: 0 };
  for (const finding of assessment.findings)
    counts[decisionOf({ result, assessment, finding })?.state ?? 'open'] += 1;
  return counts;
}
