import type { Localized } from '../../model/localized.ts';
import type { Place } from '../../model/place.ts';
import { decimalString, exact } from '../exact.ts';
import { errorIf, firmWhen, isFirmRow, isInDocument } from '../firm-reading.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly sum: string;
  readonly full: Localized;
  readonly lacking: string;
  readonly groups: Localized;
};

const messages = {
  absent: ({ sum, full, lacking, groups }: Values) => ({
    zh: `各行分值合计 ${sum}，${full.zh}，表中缺 ${lacking} 分的指标${groups.zh}；请查看表格是否完整`,
    en: `the rows carry ${sum} points, ${full.en}; rows with ${lacking} points are absent${groups.en}; see whether the table is complete`,
  }),
  printed: ({ full }: { readonly full: string }) => ({ zh: `满分 ${full}`, en: `the full mark is ${full}` }),
  assumed: ({ full }: { readonly full: string }) => ({
    zh: `满分表中未列、按 ${full} 计`,
    en: `the full mark is not printed and taken as ${full}`,
  }),
  groups: ({ list }: { readonly list: string }) => ({ zh: `（${list}）`, en: ` (${list})` }),
};

/** Rows that carry points are absent: the points present do not reach the full mark, and the total does not fit either. */
export const tableIncomplete: Check = {
  code: 'table/incomplete',
  title: { zh: '表格不完整', en: 'Rows are absent from the table' },
  rationale: {
    zh: '分值之和达不到满分，且总分不能由表中得分求得，说明带分值的行未在表中。若表中有未能读取的行可以解释缺少的分值，则不提示。',
    en: 'Points that do not reach the full mark, with a total that the scores present do not give, mean that rows are absent. Silent where rows that were seen but not read can account for the points.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '只有 20 分的行，总分却是 96.8', en: 'rows for 20 points, yet a total of 96.8' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['采购管理', '采购活动合规性'], max: '12', score: '11' },
          { path: ['采购管理', '合同备案'], max: '8', score: '7.5' },
        ],
        total: '96.8',
        full: '100',
      }),
    },
    {
      name: { zh: '分值之和等于满分', en: 'points that reach the full mark' },
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
    {
      name: { zh: '缺少的分值可由未能读取的行解释', en: 'an unread row can account for the points' },
      fires: false,
      assessment: exampleAssessment({
        rows: [{ path: ['产出', '数量'], max: '60', score: '58' }],
        total: '96',
        full: '100',
        unreadRows: 1,
      }),
    },
  ],
  run: (context) => {
    const { assessment, points, total } = context;
    const places = placesOf(context);
    const [first, ...others] = places;
    if (points.verdict !== 'short' || total.outcome.verdict === 'agrees' || !first) return [];
    const lacking = decimalString(points.full.minus(points.sum));
    const sum = decimalString(points.sum);
    const full = decimalString(points.full);
    const fullShown = points.fullMark === 'printed' ? messages.printed({ full }) : messages.assumed({ full });
    const groups = points.shortGroups.map(
      ({ group, lacking: by }) => `${group.path.join(' / ')} −${decimalString(by)}`,
    );
    const named = groups.length > 0 ? messages.groups({ list: groups.join('；') }) : { zh: '', en: '' };
    const printedTotal = assessment.total?.printed;
    return [
      {
        severity: errorIf(
          firmWhen(
            points.fullMark === 'printed' ||
              (printedTotal !== undefined && exact(printedTotal.value).gt(points.sum)),
            assessment.indicators.every(
              (row) => isFirmRow(row) && (row.maxScore === undefined || isInDocument(row.maxScore)),
            ),
          ),
        ),
        subject: 'total',
        printed: full,
        recomputed: sum,
        message: messages.absent({ sum, full: fullShown, lacking, groups: named }),
        places: [first, ...others],
      },
    ];
  },
};

function placesOf({ assessment, points }: ScoringContext): readonly Place[] {
  const groups = points.shortGroups.map(({ group }) => group.place);
  const anchor = assessment.total?.place ?? assessment.indicators.at(-1)?.place;
  return anchor ? [anchor, ...groups] : groups;
}
