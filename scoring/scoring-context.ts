import type { Assessment } from '../model/assessment.ts';
import type { GradeOutcome } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import { type GradeScale, gradeScale } from './grade/grade-scale.ts';
import { judgeGrade } from './grade/judge-grade.ts';
import { recomputeIndicators } from './recompute-indicators.ts';
import { countPoints, type PointsOutcome } from './reconcile/count-points.ts';
import { type Reconciliation, reconcileTotal } from './reconcile/reconcile-total.ts';

/** Everything that was recomputed from one assessment: what the checks look at. */
export type ScoringContext = {
  readonly assessment: Assessment;
  readonly profile: Profile | undefined;
  /** In the order of the indicators. */
  readonly outcomes: readonly Outcome[];
  readonly points: PointsOutcome;
  readonly total: Reconciliation;
  readonly scale: GradeScale;
  readonly grade: GradeOutcome;
  /** Reports at hand, of the same document or of others: what a text may have been copied from. The assessment itself may be among them. */
  readonly others: readonly Assessment[];
};

/** What is known beside the assessment; outcomes are recomputed unless they are stated. */
export type Known = { readonly outcomes?: readonly Outcome[]; readonly others?: readonly Assessment[] };

export function scoringContext(
  assessment: Assessment,
  profile: Profile | undefined,
  known: Known = {},
): ScoringContext {
  const outcomes = known.outcomes ?? recomputeIndicators(assessment, profile);
  const points = countPoints(assessment);
  const total = reconcileTotal(assessment, outcomes, points);
  const scale = gradeScale(assessment, profile);
  const grade = judgeGrade(assessment, scale, total.outcome);
  return { assessment, profile, outcomes, points, total, scale, grade, others: known.others ?? [] };
}
