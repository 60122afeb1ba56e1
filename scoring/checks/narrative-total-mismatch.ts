import { exact } from '../exact.ts';
import { errorIf, firmWhen, isFirm } from '../firm-reading.ts';
import { changesBand } from '../grade/judge-grade.ts';
import { strayTotal } from '../narrative-total.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly said: string; readonly quote: string; readonly printed: string };

const messages = {
  differs: ({ said, quote, printed }: Values) => ({
    zh: `文字部分写总得分 ${said} 分（「${quote}」），表中总分为 ${printed}；请核对文字与表格`,
    en: `the text states a total of ${said} (“${quote}”), the table prints ${printed}; compare text and table`,
  }),
};

/** The prose around the table states another total than the table. */
export const narrativeTotalMismatch: Check = {
  code: 'narrative/total-mismatch',
  title: { zh: '文字中的总分与表格不符', en: 'The text states another total than the table' },
  rationale: {
    zh: '报告文字写明的自评总得分应与表中总分一致。只看明确属于本表的句子：单项得分、复核得分、往年得分、满分、其他项目或单位的得分均不算；一份文件有多张表而句子未写明是哪一张的不判断；四舍五入或折算后相同的不提示。',
    en: "A total that the report's prose states is that of its table. Only sentences that clearly speak of this table count: not scores of single indicators, reviewers, earlier years, other projects or units, nor full marks, nor sentences of a document with several tables that name none of them. Rounded or rescaled figures agree.",
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '文字 96.8 分，表中 95 分', en: '96.8 in the text, 95 in the table' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '57' },
          { path: ['效益', '社会效益'], max: '40', score: '38' },
        ],
        total: '95',
        full: '100',
        statements: [{ kind: 'total', value: '96.8', quote: '自评得分为96.8分' }],
      }),
    },
    {
      name: { zh: '文字取整', en: 'rounded in the text' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '57.6' },
          { path: ['效益', '社会效益'], max: '40', score: '39.2' },
        ],
        total: '96.8',
        full: '100',
        statements: [{ kind: 'total', value: '97', quote: '综合评分97分' }],
      }),
    },
    {
      name: { zh: '文字中有不止一个总分', en: 'several totals in the text' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '100', score: '95' }],
        total: '95',
        full: '100',
        statements: [
          { kind: 'total', value: '98', quote: '自评得分98分' },
          { kind: 'total', value: '92', quote: '自评得分92分' },
        ],
      }),
    },
  ],
  run: (context) => {
    const stray = strayTotal(context);
    if (!stray) return [];
    const { statement, printed, isSumOfRows } = stray;
    const isReviewed = context.assessment.columns.includes('reviewScore');
    return [
      {
        severity: errorIf(firmWhen(isFirm(printed), !isSumOfRows, !isReviewed)),
        subject: 'total',
        printed: printed.value,
        recomputed: statement.value,
        affectsGrade: changesBand(context.scale, exact(printed.value), exact(statement.value)),
        message: messages.differs({
          said: statement.value,
          quote: shortened(statement.quote),
          printed: printed.value,
        }),
        places: [statement.place, printed.place],
      },
    ];
  },
};

/** Characters of a quotation in a message. */
const longestQuote = 60;

function shortened(quote: string): string {
  const characters = [...quote];
  return characters.length > longestQuote ? `…${characters.slice(-longestQuote).join('')}` : quote;
}
