import type { Localized } from '../../model/localized.ts';
import { remarksAsFindings } from '../remarked-rows.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  copied: ({ name, because }: { readonly name: string; readonly because: Localized }) => ({
    zh: `「${name}」${because.zh}；请填写实际数`,
    en: `“${name}”: ${because.en}; the result itself is to be filled in`,
  }),
};

/** The actual result repeats the target or a list of options. */
export const actualNotAValue: Check = {
  code: 'actual/not-a-value',
  title: { zh: '实际完成值不是实际数', en: 'The actual result is no value' },
  rationale: {
    zh: '实际完成值照抄指标值（含 ≥ 等符号）或选项（优良中低差），无从判断完成程度。有的系统会在每个实际值前印上指标的符号，整张表如此的不提示。',
    en: 'The actual result repeats the target with its sign, or a list of options, so that nothing can be judged by it. Some systems print the sign of the target before every result; a table that does so throughout is left alone.',
  },
  severity: 'info',
  messages,
  examples: [
    {
      name: { zh: '实际完成值写作 ≥95%', en: 'the result is printed as ≥95%' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          { path: ['满意度', '群众满意度'], max: '10', score: '10', target: '≥95%', actual: '≥95%' },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '实际完成值为 96%', en: 'the result is 96 %' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          { path: ['满意度', '群众满意度'], max: '10', score: '10', target: '≥95%', actual: '96%' },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    remarksAsFindings(context, 'not-a-value', (row, because) =>
      messages.copied({ name: nameOf(row), because }),
    ),
};
