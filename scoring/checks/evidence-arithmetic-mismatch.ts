import type { Localized } from '../../model/localized.ts';
import { remarksAsFindings } from '../remarked-rows.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  differs: ({ name, because }: { readonly name: string; readonly because: Localized }) => ({
    zh: `「${name}」${because.zh}；请核对佐证中的数字`,
    en: `“${name}”: ${because.en}; compare the figures of the evidence`,
  }),
};

/** A ratio that the evidence states does not follow from its own numbers. */
export const evidenceArithmeticMismatch: Check = {
  code: 'evidence/arithmetic-mismatch',
  title: { zh: '佐证中的算式不成立', en: 'A ratio stated in the evidence does not compute' },
  rationale: {
    zh: '佐证同时写出分子、分母和比率，而比率与二者之商不符。填报位数内的四舍五入和截尾不提示；只看佐证自己写出的数字，与得分无关。',
    en: 'The evidence states numerator, denominator and ratio, and the ratio is not their quotient. Rounding and cutting off within the printed decimals are allowed for; only what the evidence itself states is looked at, whatever the score.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '42÷46 写成 95.3%', en: '42 ÷ 46 stated as 95.3 %' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'standard', 'points', 'selfScore', 'evidence'],
        rows: [
          {
            path: ['采购管理', '合同签订及时性'],
            max: '10',
            score: '8',
            standard:
              '合同签订及时率=规定时间内签订合同数/应签订合同数×100%。及时率=100%，得10分；90%≤及时率<100%，得8分；及时率<90%，不得分。',
            evidence: '应签订合同46个，规定时间内签订42个，及时率42/46=95.3%。',
          },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '42÷46 写成 91.3%', en: '42 ÷ 46 stated as 91.3 %' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'standard', 'points', 'selfScore', 'evidence'],
        rows: [
          {
            path: ['采购管理', '合同签订及时性'],
            max: '10',
            score: '8',
            standard:
              '合同签订及时率=规定时间内签订合同数/应签订合同数×100%。及时率=100%，得10分；90%≤及时率<100%，得8分；及时率<90%，不得分。',
            evidence: '应签订合同46个，规定时间内签订42个，及时率42/46=91.3%。',
          },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '98',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    remarksAsFindings(context, 'arithmetic-mismatch', (row, because) =>
      messages.differs({ name: nameOf(row), because }),
    ),
};
