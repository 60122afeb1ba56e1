import type { Assessment, Indicator } from '../model/assessment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import { readFormRules } from './rescore/form-rules.ts';
import { type Precision, precisionOf } from './rescore/rounding.ts';
import { rescoreByStandard, standardOf } from './rescore/standard-row.ts';
import { rescoreByTarget } from './rescore/target-row.ts';

/** What each indicator's rule and facts allow, in the order of the indicators. */
export function recomputeIndicators(
  assessment: Assessment,
  profile: Profile | undefined,
): readonly Outcome[] {
  const scores = assessment.indicators.flatMap(({ selfScore }) => (selfScore ? [selfScore] : []));
  const formRules = readFormRules(assessment, profile);
  return assessment.indicators.map((row) => {
    const precision: Precision = row.selfScore
      ? precisionOf(row.selfScore, scores, profile?.policies.scoreDecimals)
      : { own: 0, column: 0 };
    return rescore(row, { assessment, precision, formRules });
  });
}

type Setting = {
  readonly assessment: Assessment;
  readonly precision: Precision;
  readonly formRules: ReturnType<typeof readFormRules>;
};

/** By the row's standard where there is one, by target and actual otherwise. */
function rescore(row: Indicator, setting: Setting): Outcome {
  const standard = standardOf(row);
  if (standard) return rescoreByStandard(row, standard, setting.precision);
  return rescoreByTarget(row, setting) ?? withoutRule(row);
}

function withoutRule(row: Indicator): Outcome {
  if (!row.selfScore) {
    return { verdict: 'not-scored', because: { zh: '没有自评得分', en: 'no self score is printed' } };
  }
  return {
    verdict: 'no-rule',
    because: { zh: '没有可用于复算的评分标准', en: 'there is no scoring standard to recompute from' },
  };
}
