import type { Localized } from '../../model/localized.ts';
import { remarksAsFindings } from '../remarked-rows.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  far: ({ name, because }: { readonly name: string; readonly because: Localized }) => ({
    zh: `「${name}」${because.zh}；请补充说明`,
    en: `“${name}”: ${because.en}; an explanation is to be added`,
  }),
};

/** The result lies far above its target without an explanation. */
export const overshootUnexplained: Check = {
  code: 'overshoot/unexplained',
  title: { zh: '超目标较多而未说明', en: 'Far above target without an explanation' },
  rationale: {
    zh: '实际完成值远高于指标值（界限取表中说明，其次取该表样，再次为 120%），原因栏为空。目标可能定得偏低，按规定应作说明；这不是算术问题，仅作提示。',
    en: 'The result lies far above its target (the bound is that of the remarks, else of the form, else 120 %), and the reason cell is blank. The target may have been set low, which is to be explained; no matter of arithmetic, hence a hint.',
  },
  severity: 'info',
  messages,
  examples: [
    {
      name: { zh: '目标 200、完成 600，原因栏空', en: '600 of 200 and no reason' },
      fires: true,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          { path: ['产出', '培训人次'], max: '10', score: '10', target: '≥200人次', actual: '600人次' },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '已说明', en: 'explained' },
      fires: false,
      assessment: exampleAssessment({
        columns: ['level1', 'level2', 'target', 'actual', 'points', 'selfScore', 'reason'],
        rows: [
          {
            path: ['产出', '培训人次'],
            max: '10',
            score: '10',
            target: '≥200人次',
            actual: '600人次',
            reason: '年中增加两期线上培训',
          },
          { path: ['产出', '数量'], max: '90', score: '90' },
        ],
        total: '100',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    remarksAsFindings(context, 'overshoot', (row, because) => messages.far({ name: nameOf(row), because })),
};
