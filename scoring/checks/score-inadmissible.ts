import type { AdmissibleSet, Outcome } from '../../model/outcome.ts';
import { accusableRows } from '../accusable-row.ts';
import { errorIf } from '../firm-reading.ts';
import { nameOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = {
  readonly name: string;
  readonly score: string;
  readonly max: string;
  readonly because: Outcome['because'];
};

const messages = {
  impossible: ({ name, score, max, because }: Values) => ({
    zh: `「${name}」得分 ${score}（分值 ${max}）不在评分标准可给的分数之中：${because.zh}；请核对该行得分与评分标准`,
    en: `“${name}” scores ${score} of ${max}, which its standard cannot give: ${because.en}; compare the score with the standard`,
  }),
};

const standard = '已建立内部控制制度的，得满分；未建立的，不得分。';

/** No facts whatever make the row's own rule give the printed score. */
export const scoreInadmissible: Check = {
  code: 'score/inadmissible',
  title: { zh: '评分标准给不出该得分', en: 'The standard cannot give this score' },
  rationale: {
    zh: '一项评分标准只能给出某些分数（如「得满分，否则不得分」只有 0 分和满分）。无论实际情况如何都得不出所填得分时提示。标准含酌情、或未能完全读懂的不提示；标准取自该表样而非表中所印时只作存疑。',
    en: 'A standard can give certain scores only (“full marks, otherwise none”: zero and full marks). Reported when no facts lead to the printed score. Standards that leave room for judgement or were not wholly understood are not used; one that comes from the form instead of the row itself makes a warning.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '全有或全无的标准给了一半分', en: 'half of the points under all-or-nothing' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['采购管理', '内控制度建设'], max: '2', score: '1', standard },
          { path: ['产出', '数量'], max: '98', score: '98' },
        ],
        total: '99',
        full: '100',
      }),
    },
    {
      name: { zh: '标准含酌情扣分', en: 'a standard that leaves room for judgement' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          {
            path: ['采购管理', '内控制度建设'],
            max: '2',
            score: '1',
            standard: '制度健全的，得满分；不健全的，酌情扣分。',
          },
          { path: ['产出', '数量'], max: '98', score: '98' },
        ],
        total: '99',
        full: '100',
      }),
    },
  ],
  run: (context) =>
    accusableRows(context).flatMap(({ row, outcome, reading }) => {
      if (outcome.verdict !== 'inadmissible') return [];
      const { selfScore, maxScore } = row;
      const { because } = outcome;
      const values = { name: nameOf(row), score: selfScore.value, max: maxScore.value, because };
      const possible = listed(outcome.admissible);
      return [
        {
          severity: errorIf(reading),
          subject: row.id,
          printed: selfScore.value,
          ...(possible === undefined ? {} : { recomputed: possible }),
          message: messages.impossible(values),
          places: [selfScore.place, ...(row.standard ? [row.standard.place] : [])],
        },
      ];
    }),
};

const mostListed = 12;

/** The possible scores, where they are few. */
function listed(admissible: AdmissibleSet | undefined): string | undefined {
  if (admissible?.kind !== 'finite' || admissible.values.length > mostListed) return undefined;
  return admissible.values.join('、');
}
