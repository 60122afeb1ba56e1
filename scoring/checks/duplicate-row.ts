import type { Indicator } from '../../model/assessment.ts';
import { matchKey } from '../../text/fold.ts';
import { isFirmRow, isRepaired } from '../firm-reading.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

const messages = {
  twice: ({ name }: { readonly name: string }) => ({
    zh: `「${name}」连同指标值、标准在表中出现两次；请查看是否重复计分`,
    en: `“${name}” stands in the table twice with the same texts; see whether it is scored twice`,
  }),
};

/** The same indicator stands twice. */
export const duplicateRow: Check = {
  code: 'duplicate/row',
  title: { zh: '指标重复', en: 'The same indicator stands twice' },
  rationale: {
    zh: '同一指标计两次分会虚增其权重。各级名称及指标值、标准等文字全部相同才提示；名称相同而目标或标准不同的不是重复。',
    en: 'An indicator scored twice weighs twice. Reported only when all names and all texts are the same; equal names with another target or standard are no duplicates.',
  },
  severity: 'warning',
  messages,
  examples: [
    {
      name: { zh: '名称、指标值均相同', en: 'same names and target' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          {
            path: ['产出', '数量', '培训人次'],
            max: '50',
            score: '50',
            target: '≥200人次',
            actual: '230人次',
          },
          {
            path: ['产出', '数量', '培训人次'],
            max: '50',
            score: '50',
            target: '≥200人次',
            actual: '230人次',
          },
        ],
        total: '100',
        full: '100',
      }),
    },
    {
      name: { zh: '名称相同而指标值不同', en: 'same names, another target' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          {
            path: ['产出', '数量', '培训人次'],
            max: '50',
            score: '50',
            target: '≥200人次',
            actual: '230人次',
          },
          { path: ['产出', '数量', '培训人次'], max: '50', score: '50', target: '≥50人次', actual: '60人次' },
        ],
        total: '100',
        full: '100',
      }),
    },
  ],
  run: ({ assessment }) => {
    const seen = new Map<string, Indicator>();
    return assessment.indicators.flatMap((row) => {
      const key = keyOf(row);
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && !first) seen.set(key, row);
      if (!first) return [];
      return [
        {
          subject: row.id,
          message: messages.twice({ name: nameOf(row) }),
          places: [row.place, first.place],
        },
      ];
    });
  },
};

/**
 * Nothing for a row that has no name, no text to compare, or was not read firmly. Points are part of the key where only a
 * standard is printed: one standard cell may span several rows that are scored apart.
 */
function keyOf(row: Indicator): string | undefined {
  const texts = [row.target, row.actual, row.standard, row.definition, row.evidence].map((printed) =>
    printed ? matchKey(printed.text) : '',
  );
  if (row.path.at(-1) === '' || texts.every((text) => text === '')) return undefined;
  if (!isFirmRow(row) || isRepaired(row, 'name', 'path', 'row')) return undefined;
  const isMeasured = row.target !== undefined && row.actual !== undefined;
  const points = isMeasured ? [] : [row.maxScore?.value, row.selfScore?.value];
  return JSON.stringify([row.path.map(matchKey), points, texts]);
}
