import { exact } from '../exact.ts';
import { errorIf, firmWhen, isFirmScore } from '../firm-reading.ts';
import { isDeduction, nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  negative: ({ name, score }: { readonly name: string; readonly score: string }) => ({
    zh: `「${name}」得分为负（${score}）；扣分至零为止，请核对该行得分`,
    en: `“${name}” has a score below zero (${score}), though deductions end at zero; look at its score`,
  }),
};

/** A self score lies below zero. */
export const scoreNegative: Check = {
  code: 'score/negative',
  title: { zh: '得分为负', en: 'A score is below zero' },
  rationale: {
    zh: '一行的得分最低为零；只有专设的扣分项可以为负。',
    en: 'A row scores zero at least; only rows made for deductions may be below.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '得分 −2', en: 'a score of −2' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '10', score: '-2' },
          { path: ['效益', '社会效益'], max: '90', score: '90' },
        ],
        total: '88',
        full: '100',
      }),
    },
    {
      name: { zh: '扣分项', en: 'a deduction row' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '100', score: '95' },
          { path: ['扣分项', '逾期报送'], score: '-2' },
        ],
        total: '93',
        full: '100',
      }),
    },
  ],
  run: ({ assessment, points }) =>
    assessment.indicators.flatMap((row) => {
      const { selfScore } = row;
      if (!selfScore || !exact(selfScore.value).lt(0) || isDeduction(row)) return [];
      return [
        {
          severity: errorIf(firmWhen(isFirmScore(row, points))),
          subject: row.id,
          printed: selfScore.value,
          recomputed: '0',
          message: messages.negative({ name: nameOf(row), score: selfScore.value }),
          places: [selfScore.place],
        },
      ];
    }),
};
