import { Decimal } from 'decimal.js';
import type { Assessment, Indicator } from '../../model/assessment.ts';
import type { OutcomeRemark } from '../../model/outcome.ts';
import { isBlankReason } from '../../text/blank-mark.ts';
import { foldWidth } from '../../text/fold.ts';
import type { FormRules } from './form-rules.ts';
import type { TargetScores } from './target-scores.ts';
import type { Cells } from './target-value.ts';

const optionList = /^(?:优良中[低差]{1,2}|优\/良\/中\/差|好坏|好差|高中低|是否|有无|优良差|好中差)$/;

/** `≥95%` as a result is the target once more, unless the form's system prints the sign before every result. */
export function repeatsTarget(row: Indicator, { target, actual }: Cells, rules: FormRules): boolean {
  const [printed, result] = [row.target?.text, row.actual?.text].map((text) =>
    foldWidth(text ?? '').replace(/\s/g, ''),
  );
  if (optionList.test((result ?? '').replace(/[、，,/]/g, ''))) return true;
  if (rules.signsActuals || printed !== result || target.kind !== 'number') return false;
  return actual.kind === 'number' && actual.signedBy === 'glyph';
}

type Seen = {
  readonly readings: readonly TargetScores[];
  readonly isCopied: boolean;
  readonly points: Decimal;
  readonly setting: { readonly assessment: Assessment; readonly formRules: FormRules };
};

/** What target and actual show beside the score: a copied target, a loss or an overshoot without a reason. */
export function remarksOf(
  row: Indicator,
  { readings, isCopied, points, setting }: Seen,
): readonly OutcomeRemark[] {
  const remarks: OutcomeRemark[] = [];
  const reason = [row.deviationReason?.text, row.evidence?.text].find(
    (text) => text !== undefined && !isBlankReason(text),
  );
  const asksReason = setting.assessment.columns.some((role) => role === 'reason' || role === 'evidence');
  const printed = row.actual?.text ?? '';
  const place = row.actual ? { place: row.actual.place } : {};
  if (isCopied) {
    remarks.push({
      kind: 'not-a-value',
      printed,
      ...place,
      message: {
        zh: `实际完成值“${printed}”照抄目标值或选项，不是实际数`,
        en: `the actual result "${printed}" repeats the target or a list of options`,
      },
    });
  }
  const isMet = readings.length > 0 && readings.every((reading) => reading.isMet && reading.kind !== 'bands');
  const score = row.selfScore && new Decimal(row.selfScore.value);
  if (isMet && score?.lt(points) && score.gte(0) && reason === undefined && row.kind !== 'execution') {
    const lost = points.minus(score).toFixed();
    remarks.push({
      kind: 'unexplained-loss',
      printed: score.toFixed(),
      recomputed: points.toFixed(),
      ...place,
      message: {
        zh: `${readings[0]?.clause ?? ''}，却扣了${lost}分，未写原因`,
        en: `${readings[0]?.clause ?? ''}, yet ${lost} points are lost and no reason is given`,
      },
    });
  }
  if (
    readings.length > 0 &&
    readings.every((reading) => reading.isOvershot) &&
    reason === undefined &&
    asksReason
  ) {
    const from = setting.formRules.overshootFrom.times(100).toFixed();
    remarks.push({
      kind: 'overshoot',
      printed,
      ...place,
      message: {
        zh: `${readings[0]?.clause ?? ''}，超过目标的${from}%，未作说明`,
        en: `${readings[0]?.clause ?? ''}: above ${from} % of the target, without an explanation`,
      },
    });
  }
  return remarks;
}
