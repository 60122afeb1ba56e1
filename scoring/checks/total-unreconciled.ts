import type { Localized } from '../../model/localized.ts';
import { nameOf } from '../row-kinds.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly printed: string;
  readonly low: string;
  readonly high: string;
  readonly rest: Localized;
};

const messages = {
  open: ({ printed, low, high, rest }: Values) => ({
    zh: `总分填报 ${printed}，有得分缺失，合计可在 ${low} 至 ${high} 之间，不能判定是否相符；${rest.zh}`,
    en: `the printed total is ${printed}; with scores missing the sum may lie between ${low} and ${high}, so agreement cannot be decided; ${rest.en}`,
  }),
  one: ({ name, score }: { readonly name: string; readonly score: string }) => ({
    zh: `若「${name}」得 ${score} 分则相符，请查看该行得分`,
    en: `it would agree if “${name}” scored ${score}; look at that row's score`,
  }),
  inadmissible: ({ name, score }: { readonly name: string; readonly score: string }) => ({
    zh: `要相符「${name}」须得 ${score} 分，而其评分标准得不出这一分数，请查看该行得分与评分标准`,
    en: `to agree “${name}” would have to score ${score}, which its standard cannot yield; look at that row's score and standard`,
  }),
  several: ({ count }: { readonly count: string }) => ({
    zh: `缺失得分有${count}种组合可使其相符，请补查缺失的得分`,
    en: `${count} combinations of the missing scores would agree; look up the missing scores`,
  }),
  none: () => ({
    zh: '按各行评分标准没有一种组合能使其相符，请补查缺失的得分',
    en: 'no combination that the standards admit would agree; look up the missing scores',
  }),
  unknown: () => ({
    zh: '缺失得分不能由总分推定，请补查缺失的得分',
    en: 'the missing scores cannot be implied from the total; look them up',
  }),
  unread: () => ({
    zh: '表中有未能读取的行，请查看这些行的分值与得分',
    en: 'the table has rows that could not be read; look at their points and scores',
  }),
};

/** Scores are missing, and the printed total lies inside what the rest allows. */
export const totalUnreconciled: Check = {
  code: 'total/unreconciled',
  title: { zh: '得分缺失，总分不能核对', en: 'Missing scores leave the total open' },
  rationale: {
    zh: '有行缺得分时，合计是一个区间。总分落在区间内，既不能说相符也不能说不符；能推定缺失得分的一并给出。',
    en: 'With scores missing the sum is a range. A total inside it neither agrees nor disagrees; the scores that would make it agree are given where they follow.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '一行缺得分', en: 'one score missing' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['效益', '社会效益'], max: '40' },
        ],
        total: '96',
        full: '100',
      }),
    },
    {
      name: { zh: '得分齐全', en: 'no score missing' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['效益', '社会效益'], max: '40', score: '38' },
        ],
        total: '96',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const { outcome, missing } = context.total;
    const printed = context.assessment.total?.printed;
    if (!printed || outcome.verdict !== 'undetermined') return [];
    const [only] = outcome.implied;
    const isSettled = only !== undefined && outcome.implied.length === 1 && only.admissible !== false;
    const { low, high } = outcome;
    return [
      {
        subject: 'total',
        printed: printed.value,
        ...(isSettled ? { recomputed: printed.value } : {}),
        message: messages.open({ printed: printed.value, low, high, rest: explain(context) }),
        places: [printed.place, ...missing.map(({ place }) => place)],
      },
    ];
  },
};

function explain({ assessment, total, points }: ScoringContext): Localized {
  if (points.open.gt(0) && total.search === 'not-tried') return messages.unread();
  const { implied } = total.outcome;
  if (total.missing.length === 1 && implied[0]) {
    const row = assessment.indicators.find(({ id }) => id === implied[0]?.indicator);
    const values = { name: row ? nameOf(row) : implied[0].indicator, score: implied[0].score };
    return implied[0].admissible === false ? messages.inadmissible(values) : messages.one(values);
  }
  if (total.search === 'not-tried') return messages.unknown();
  if (implied.length === 0) return total.search === 'cut-off' ? messages.unknown() : messages.none();
  const count = String(total.combinations);
  return messages.several({ count: total.search === 'cut-off' ? `≥${count}` : count });
}
