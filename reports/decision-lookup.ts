import type { Decision } from '../model/review.ts';
import type { DecisionOf } from './decision.ts';

/** Decisions by where their finding stands: `add` those of a document before its result is written. */
export function createDecisionLookup(): {
  readonly add: (decisions: readonly Decision[]) => void;
  readonly decisionOf: DecisionOf;
} {
  const known = new Map<string, Decision>();
  return {
    add: (decisions) => {
      for (const decision of decisions) known.set(`${decision.assessment} ${decision.index}`, decision);
    },
    decisionOf: ({ result, assessment, finding }) => {
      const number = result.assessments.indexOf(assessment) + 1;
      return known.get(`${result.sha256}#${number} ${assessment.findings.indexOf(finding)}`);
    },
  };
}
