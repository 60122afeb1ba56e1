import type { Indicator } from '../../model/assessment.ts';
import { exact, sum } from '../exact.ts';
import { errorIf, firmWhen, isFirm, isFirmScore, isInDocument, isRepaired } from '../firm-reading.ts';
import { changesBand } from '../grade/judge-grade.ts';
import { spanHeads } from '../reconcile/counted-rows.ts';
import { isBonus, nameOf } from '../row-kinds.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly name: string; readonly score: string; readonly max: string };

const messages = {
  above: ({ name, score, max }: Values) => ({
    zh: `「${name}」得分 ${score}，超过分值 ${max}；请核对该行得分与分值`,
    en: `“${name}” scores ${score} of ${max} points; compare its score with its points`,
  }),
};

/** A self score exceeds the row's own points. */
export const scoreAboveMax: Check = {
  code: 'score/above-max',
  title: { zh: '得分超过分值', en: 'A score exceeds its points' },
  rationale: {
    zh: '一行的得分不应超过该行分值。加分项、跨行合并的得分、权重按百分比列示而得分按百分制列示的表除外。',
    en: 'A row scores at most its points. Bonus rows, scores that span rows, and forms that weigh scores out of 100 by percentages are excepted.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '分值 10，得分 12', en: '12 of 10 points' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '10', score: '12' },
          { path: ['效益', '社会效益'], max: '90', score: '80' },
        ],
        total: '92',
        full: '100',
      }),
    },
    {
      name: { zh: '权重以小数填报', en: 'weights that are fractions' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '0.6', score: '58' },
          { path: ['效益', '社会效益'], max: '0.4', score: '40' },
        ],
        total: '98',
      }),
    },
    {
      name: { zh: '加分项', en: 'a bonus row' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '100', score: '95' },
          { path: ['加分项', '获表彰'], max: '0', score: '2' },
        ],
        total: '97',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const heads = spanHeads(context.assessment);
    if (areShares(context.assessment.indicators)) return [];
    return context.assessment.indicators.flatMap((row) => {
      const { selfScore, maxScore } = row;
      if (!selfScore || !maxScore || !isInDocument(maxScore)) return [];
      if (exact(selfScore.value).lte(exact(maxScore.value)) || isBonus(row) || heads.has(row.id)) return [];
      if (isWeight(row) && context.total.outcome.readingKey !== 'all-rows') return [];
      const values = { name: nameOf(row), score: selfScore.value, max: maxScore.value };
      return [
        {
          severity: errorIf(reading(context, row)),
          subject: row.id,
          printed: selfScore.value,
          recomputed: maxScore.value,
          affectsGrade: affectsGrade(context, row),
          message: messages.above(values),
          places: [selfScore.place],
        },
      ];
    });
  },
};

/** Weights that are fractions of one (0.3): no score is held against them. */
function areShares(rows: readonly Indicator[]): boolean {
  const weights = rows.flatMap(({ maxScore }) => (maxScore ? [exact(maxScore.value)] : []));
  return weights.length > 1 && sum(weights).eq(1);
}

const isWeight = (row: Indicator): boolean => row.maxScore?.unit === '%';

/** The points or the total must vouch for the two figures: one of them could stand in the other's column. */
function reading({ points, total }: ScoringContext, row: Indicator) {
  return firmWhen(
    isFirmScore(row, points),
    row.maxScore !== undefined && isFirm(row.maxScore),
    points.verdict === 'equal' || total.outcome.verdict === 'agrees',
    !isRepaired(row, 'row', 'name', 'selfScore'),
  );
}

function affectsGrade({ assessment, scale }: ScoringContext, { selfScore, maxScore }: Indicator): boolean {
  const printed = assessment.total?.printed;
  if (!printed || !selfScore || !maxScore) return false;
  const total = exact(printed.value);
  return changesBand(scale, total, total.minus(exact(selfScore.value)).plus(exact(maxScore.value)));
}
