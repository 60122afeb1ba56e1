import type { CheckResult, ResultAssessment } from '../model/result.ts';
import type { Decision, DecisionOf } from './decision.ts';
import type { Words } from './words/words.ts';

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
