import { decimalString, exact } from '../exact.ts';
import { errorIf, firmWhen, isFirmScore, isInDocument } from '../firm-reading.ts';
import { changesBand } from '../grade/judge-grade.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly printed: string; readonly low: string; readonly high: string };

const messages = {
  sum: ({ printed, low }: Values) => ({
    zh: `总分填报 ${printed}，各项得分相加为 ${low}，各种计算口径均不相符；请核对总分与各行得分`,
    en: `the printed total is ${printed}, the printed scores add up to ${low}, and no accepted way of counting gives the total; compare the total with the row scores`,
  }),
  range: ({ printed, low, high }: Values) => ({
    zh: `总分填报 ${printed}，缺失得分无论取何值，合计只能在 ${low} 至 ${high} 之间；请核对总分与缺失的得分`,
    en: `the printed total is ${printed}, and whatever the missing scores are, the sum lies between ${low} and ${high}; look at the total and at the missing scores`,
  }),
};

/** No accepted way of counting the printed scores gives the printed total. */
export const totalMismatch: Check = {
  code: 'total/mismatch',
  title: { zh: '总分与各项得分不符', en: 'The total differs from the scores' },
  rationale: {
    zh: '总分应能由各行得分按某一公认口径求得（全部行、不含预算执行率、择一指标只计其一等）。所有口径均不成立，且四舍五入也不能解释时提示。',
    en: 'The total should follow from the row scores by one accepted way of counting (all rows, without the execution row, one of alternative rows, …). Reported when none holds and rounding does not explain the gap either.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '得分 48 与 47，总分填 96', en: 'scores 48 and 47, total 96' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '50', score: '48' },
          { path: ['效益', '社会效益'], max: '50', score: '47' },
        ],
        total: '96',
        full: '100',
      }),
    },
    {
      name: { zh: '总分不含预算执行率得分', en: 'a total without the execution row' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['预算执行率'], kind: 'execution', max: '10', score: '9' },
          { path: ['产出', '数量'], max: '50', score: '48' },
          { path: ['效益', '社会效益'], max: '50', score: '47' },
        ],
        total: '95',
        full: '100',
      }),
    },
    {
      name: { zh: '总分四舍五入到整数', en: 'a total rounded to a whole number' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '50', score: '48.27' },
          { path: ['效益', '社会效益'], max: '50', score: '47' },
        ],
        total: '95',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const { assessment, total, scale } = context;
    const printed = assessment.total?.printed;
    if (!printed || total.outcome.verdict !== 'disagrees') return [];
    const { low, high } = total.outcome;
    const values = { printed: decimalString(exact(printed.value)), low, high };
    return [
      {
        severity: errorIf(reading(context)),
        subject: 'total',
        printed: printed.value,
        ...(low === high ? { recomputed: low } : {}),
        affectsGrade: [low, high].every((sum) => changesBand(scale, exact(printed.value), exact(sum))),
        message: low === high ? messages.sum(values) : messages.range(values),
        places: [printed.place],
      },
    ];
  },
};

/** Points beyond the full mark or of unread rows say that rows may have been read twice, or not at all. */
function reading({ assessment, points }: ScoringContext) {
  const printed = assessment.total?.printed;
  return firmWhen(
    printed !== undefined && isInDocument(printed),
    points.verdict !== 'over' && points.open.isZero(),
    assessment.indicators.every((row) => isFirmScore(row, points)),
  );
}
