import type { Localized } from '../../model/localized.ts';
import { remarksAsFindings } from '../remarked-rows.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  other: ({ name, because }: { readonly name: string; readonly because: Localized }) => ({
    zh: `「${name}」${because.zh}；请查看佐证是否对应评分标准`,
    en: `“${name}”: ${because.en}; see whether the evidence belongs to the standard`,
  }),
};

/** The evidence measures another quantity than the rule scores. */
export const evidenceOffMeasure: Check = {
  code: 'evidence/off-measure',
  title: { zh: '佐证与评分标准口径不同', en: 'The evidence measures another quantity' },
  rationale: {
    zh: '评分标准按一组数（如各月执行率）的平均数计分，而佐证只有全年一个数，无法据以复算。仅作提示。',
    en: 'The standard scores the mean of a series (monthly rates), and the evidence quotes one figure for the whole year, from which nothing can be recomputed. A hint only.',
  },
  severity: 'info',
  messages,
  examples: [
    {
      name: { zh: '标准按月平均，佐证只有全年数', en: 'a monthly mean, and one figure for the year' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'standard', 'points', 'selfScore', 'evidence'],
        rows: [
          {
            path: ['预算执行', '预算资金支出率'],
            max: '10',
            score: '10',
            standard: '按月计算支出率，得分=年度平均执行率×10分。年度平均执行率=∑每月执行率/月份数。',
            evidence: '全年预算3754.11万元，支出3754.11万元，支出率100%。',
          },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '佐证列出各月', en: 'the evidence lists the months' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'standard', 'points', 'selfScore', 'evidence'],
        rows: [
          {
            path: ['预算执行', '预算资金支出率'],
            max: '10',
            score: '10',
            standard: '按月计算支出率，得分=年度平均执行率×10分。年度平均执行率=∑每月执行率/月份数。',
            evidence: '1月至12月每月执行率均为100%。',
          },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    remarksAsFindings(context, 'off-measure', (row, because) =>
      messages.other({ name: nameOf(row), because }),
    ),
};
