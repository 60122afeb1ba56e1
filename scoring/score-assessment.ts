import type { Assessment } from '../model/assessment.ts';
import type { Scored } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';
import { runCheck } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { coverageOf } from './coverage.ts';
import { holdBack } from './hold-back.ts';
import { scoringContext } from './scoring-context.ts';

/** Recomputes an assessment and holds every printed figure against the others. `others` are reports to compare texts with, the same list for all of a document. */
export function scoreAssessment(
  assessment: Assessment,
  profile: Profile | undefined,
  others: readonly Assessment[] = [],
): Scored {
  const context = scoringContext(assessment, profile, { others });
  return {
    outcomes: context.outcomes,
    total: context.total.outcome,
    grade: context.grade,
    findings: checks
      .flatMap((check) => runCheck(check, context))
      .map((finding) => holdBack(finding, context)),
    coverage: coverageOf(assessment, context.outcomes),
  };
}
