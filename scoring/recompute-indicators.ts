import type { Assessment } from '../model/assessment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';

/** What each indicator's rule and facts allow, in the order of the indicators. */
export function recomputeIndicators(
  assessment: Assessment,
  _profile: Profile | undefined,
): readonly Outcome[] {
  return assessment.indicators.map(() => ({
    verdict: 'no-rule',
    because: { zh: '没有可用于复算的评分标准', en: 'there is no scoring standard to recompute from' },
  }));
}
