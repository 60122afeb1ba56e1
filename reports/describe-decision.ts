import type { CheckResult, ResultAssessment } from '../model/result.ts';
import type { ReviewState } from '../model/review.ts';
import type { DecisionOf, ShownDecision } from './decision.ts';
import type { Words } from './words/words.ts';

/**
 * The decision in words, its reason behind it; for a finding that nobody has decided, that. Where the decision does not hold by
 * itself (a second person has to sign, or the finding has changed since), that stands in front.
 */
export function describeDecision(decision: ShownDecision | undefined, { decisions }: Words): string {
  if (decision === undefined) return decisions.states.open;
  const { state, verdict, reason } = decision;
  const because = reason === null ? '' : decisions.because(decisions.reasons[reason]);
  const said = `${decisions.verdicts[verdict]}${because}`;
  return state === 'proposed' || state === 'reopened'
    ? decisions.pending(decisions.states[state], said)
    : said;
}

/** A moment as reports print it: date, hour and minute in UTC. */
export function describeMoment(moment: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(moment) ?? [];
  return date === undefined ? moment : `${date} ${time} UTC`;
}

/** Findings of an assessment by where they stand. */
export function countDecisions(
  result: CheckResult,
  assessment: ResultAssessment,
  decisionOf: DecisionOf,
): Readonly<Record<ReviewState, number>> {
  const counts = { open: 0, reopened: 0, proposed: 0, 'needs-source': 0, confirmed: 0, dismissed: 0 };
  for (const finding of assessment.findings)
    counts[decisionOf({ result, assessment, finding })?.state ?? 'open'] += 1;
  return counts;
}
