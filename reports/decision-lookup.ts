import type { Decision } from '../model/review.ts';
import type { DecisionOf } from './decision.ts';

/** What somebody said about a finding beside deciding it. */
export type Remark = {
  readonly fingerprint: string | undefined;
  readonly who: string;
  readonly body: string;
};

/**
 * Decisions by where their finding stands: `add` those of a document before its result is written. What people remarked on a decided
 * finding stands behind the decision's own note, a line each.
 */
export function createDecisionLookup(): {
  readonly add: (decisions: readonly Decision[], remarks?: readonly Remark[]) => void;
  readonly decisionOf: DecisionOf;
} {
  const known = new Map<string, Decision>();
  return {
    add: (decisions, remarks = []) => {
      for (const decision of decisions)
        known.set(`${decision.assessment} ${decision.index}`, withRemarks(decision, remarks));
    },
    decisionOf: ({ result, assessment, finding }) => {
      const number = result.assessments.indexOf(assessment) + 1;
      return known.get(`${result.sha256}#${number} ${assessment.findings.indexOf(finding)}`);
    },
  };
}

function withRemarks(decision: Decision, remarks: readonly Remark[]): Decision {
  const own = remarks.filter(({ fingerprint }) => fingerprint === decision.fingerprint);
  if (own.length === 0) return decision;
  const lines = own.map(({ who, body }) => `${who}: ${body}`);
  return { ...decision, note: [decision.note ?? '', ...lines].filter((line) => line !== '').join('\n') };
}
