import { decimalString } from '../exact.ts';
import { errorIf, firmWhen, isFirmRow, isInDocument } from '../firm-reading.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly sum: string; readonly full: string };

const messages = {
  printed: ({ sum, full }: Values) => ({
    zh: `各行分值合计 ${sum}，表中满分 ${full}；请核对分值栏`,
    en: `the points add up to ${sum}, the printed full mark is ${full}; compare the points column with it`,
  }),
  customary: ({ sum, full }: Values) => ({
    zh: `各行分值合计 ${sum}，不是 ${full}（表中未列满分）；请核对分值栏`,
    en: `the points add up to ${sum} instead of ${full} (no full mark is printed); look at the points column`,
  }),
};

/** All points together differ from the full mark, by every accepted way of counting. */
export const pointsTotalMismatch: Check = {
  code: 'points/total-mismatch',
  title: { zh: '分值之和不等于满分', en: 'The points do not add up to the full mark' },
  rationale: {
    zh: '各行分值之和应等于满分。预算执行率另计、择一指标、加分项、小计行及平均分配分值的四舍五入均已考虑；分值不足且总分也不相符时，按表格不完整提示。',
    en: 'The points add up to the full mark. A separate execution row, alternatives, bonus and subtotal rows and the rounding of equal shares are allowed for; points that fall short along with the total are reported as an incomplete table instead.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '分值合计 105', en: 'points of 105' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '65', score: '58' },
          { path: ['效益', '社会效益'], max: '40', score: '38' },
        ],
        total: '96',
        full: '100',
      }),
    },
    {
      name: { zh: '100 分之外另计预算执行率 10 分', en: '100 points and an execution row of 10 besides' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['预算执行率'], kind: 'execution', max: '10', score: '10' },
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['效益', '社会效益'], max: '40', score: '38' },
        ],
        total: '106',
        full: '100',
      }),
    },
    {
      name: { zh: '20 分平均分给三行', en: '20 points shared by three rows' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '6.67', score: '6.67' },
          { path: ['产出', '质量'], max: '6.67', score: '6.67' },
          { path: ['产出', '时效'], max: '6.67', score: '6.67' },
          { path: ['效益', '社会效益'], max: '80', score: '80' },
        ],
        total: '100',
        full: '100',
      }),
    },
  ],
  run: ({ assessment, points, total }) => {
    const place =
      assessment.total?.max?.place ?? assessment.total?.place ?? assessment.indicators.at(-1)?.place;
    const agrees = total.outcome.verdict === 'agrees';
    const isOff = points.verdict === 'over' || (points.verdict === 'short' && agrees);
    if (!isOff || !place) return [];
    const values = { sum: decimalString(points.sum), full: decimalString(points.full) };
    return [
      {
        severity: errorIf(
          firmWhen(
            agrees && points.fullMark === 'printed',
            assessment.indicators.every(
              (row) => isFirmRow(row) && (row.maxScore === undefined || isInDocument(row.maxScore)),
            ),
          ),
        ),
        subject: 'total',
        printed: values.full,
        recomputed: values.sum,
        message: points.fullMark === 'printed' ? messages.printed(values) : messages.customary(values),
        places: [place],
      },
    ];
  },
};
