import type { Assessment } from '../../model/assessment.ts';
import { createRepeatIndex, findRepeats, type Repeats, reportText } from '../narrative-repeats.ts';
import { once } from '../once.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  repeated: ({ unit, count }: { readonly unit: string; readonly count: number }) => ({
    zh: `有 ${count} 行的完成情况、依据或原因与「${unit}」的自评表逐字相同；请查看是否照抄`,
    en: `results, evidence or reasons of ${count} rows are word for word those of “${unit}”; see whether they were copied`,
  }),
};

const activities = ['河道清淤', '泵站检修', '堤防巡查', '水质监测', '应急演练', '节水宣传'];

const report = (unit: string, note: (activity: string) => string) =>
  exampleAssessment({
    unit,
    rows: activities.map((activity) => ({
      path: ['产出', activity],
      max: '10',
      score: '9',
      evidence: note(activity),
    })),
  });

const copied = (activity: string): string =>
  `全年${activity}按计划分四批完成，第三批因汛期推迟至十月，其余均按期验收`;

/** A document may hold hundreds of reports, each of which is compared with the same others. */
const indexOf = once((others: readonly Assessment[]) => {
  const index = createRepeatIndex();
  for (const other of others) index.add(reportText(other));
  return index;
});

/** Texts of the report stand word for word in another unit's. */
export const duplicateReport: Check = {
  code: 'duplicate/report',
  title: { zh: '与其他单位的自评表雷同', en: "The text repeats another unit's report" },
  rationale: {
    zh: '至少五行的实际完成值、评分依据或原因（各二十字以上）与另一单位的自评表逐字相同。只比较本表自己的文字，照录指标值、评分标准的不算；同一单位的几张表之间不比较。仅作提示。',
    en: "Results, evidence or reasons of at least five rows, each of twenty characters or more, stand word for word in another unit's report. Only a report's own texts are compared, not targets or standards repeated, and not several tables of one unit. A hint only.",
  },
  severity: 'info',
  messages,
  examples: [
    {
      name: { zh: '六行依据逐字相同', en: 'six rows with the same evidence' },
      fires: true,
      assessment: report('甲县水务中心', copied),
      others: [report('乙县水务中心', copied)],
    },
    {
      name: { zh: '各写各的', en: 'each in its own words' },
      fires: false,
      assessment: report('甲县水务中心', copied),
      others: [
        report('乙县水务中心', (activity) => `${activity}共投入人工三百余工日，年底前已全部完成并通过验收`),
      ],
    },
    {
      name: { zh: '同一单位的两张表', en: 'two tables of one unit' },
      fires: false,
      assessment: report('甲县水务中心', copied),
      others: [report('甲县水务中心', copied)],
    },
  ],
  run: ({ assessment, others }) => {
    const report = reportText(assessment);
    const repeats = findRepeats(report, indexOf(others).likely(report));
    return repeats ? repeatsAsFindings(repeats) : [];
  },
};

/** What a report that repeats another one is told, also across the files of a run. */
export function repeatsAsFindings(repeats: Repeats) {
  const [first, ...rest] = repeats.rows;
  if (!first) return [];
  return [
    {
      subject: first.id,
      message: messages.repeated({ unit: repeats.unit, count: repeats.rows.length }),
      places: [first.place, ...rest.map(({ place }) => place)] as const,
    },
  ];
}
