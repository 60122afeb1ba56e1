import { isScoredForm } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly low: string; readonly high: string };

const messages = {
  sum: ({ low }: Values) => ({
    zh: `表中未见总分；各项得分相加为 ${low}，请查看总分行`,
    en: `no total is printed; the printed scores add up to ${low}; look at the total row`,
  }),
  range: ({ low, high }: Values) => ({
    zh: `表中未见总分；已有得分的合计在 ${low} 至 ${high} 之间，请查看总分行`,
    en: `no total is printed; the scores add up to between ${low} and ${high}; look at the total row`,
  }),
};

/** A scored form prints no total. */
export const totalMissing: Check = {
  code: 'total/missing',
  title: { zh: '未填总分', en: 'No total is printed' },
  rationale: {
    zh: '评分表应列出总分。没有总分时只能给出各行得分的合计，无从核对。',
    en: 'A scored form states its total. Without one the scores can only be added up, not compared.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '有得分而无总分', en: 'scores without a total' },
      fires: true,
      assessment: exampleAssessment({ rows: [{ path: ['产出', '数量'], max: '100', score: '98' }] }),
    },
    {
      name: { zh: '不评分的表', en: 'a form without scores' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], target: '5', actual: '5' }],
        columns: ['level1', 'level2', 'target', 'actual'],
      }),
    },
  ],
  run: ({ assessment, total }) => {
    const rows = assessment.indicators;
    const place = assessment.total?.place ?? rows.at(-1)?.place;
    if (assessment.total?.printed || !isScoredForm(assessment) || !place) return [];
    const { low, high } = total.outcome;
    const isSum = low === high && rows.some(({ selfScore }) => selfScore);
    return [
      {
        subject: 'total',
        ...(isSum ? { recomputed: low } : {}),
        message: isSum ? messages.sum({ low, high }) : messages.range({ low, high }),
        places: [place],
      },
    ];
  },
};
