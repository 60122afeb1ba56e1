import type { Assessment, Group, Indicator } from '../../model/assessment.ts';
import type { Printed } from '../../model/printed.ts';
import { decimalString, type Exactly, exact } from '../exact.ts';
import { errorIf, firmWhen, isFirm, isFirmScore, isInDocument, isRepaired } from '../firm-reading.ts';
import { leafRows } from '../reconcile/counted-rows.ts';
import { roundingExplains } from '../reconcile/rounding.ts';
import { addendOfRow, scoreSum } from '../reconcile/selection.ts';
import { alternativeOf, isBonus, isNotApplicable, rowsOf } from '../row-kinds.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly group: string; readonly printed: string; readonly sum: string };

const messages = {
  differs: ({ group, printed, sum }: Values) => ({
    zh: `「${group}」小计得分 ${printed}，所属各行得分合计 ${sum}；请核对该小计`,
    en: `“${group}” has a subtotal of ${printed}, the scores of its rows add up to ${sum}; compare the subtotal with its rows`,
  }),
};

/** A printed subtotal differs from the sum of its rows' scores. */
export const scoreGroupMismatch: Check = {
  code: 'score/group-mismatch',
  title: { zh: '小计得分与各行得分之和不符', en: "A subtotal differs from its rows' scores" },
  rationale: {
    zh: '表中印有小计的，小计得分应等于所属各行得分之和。各行得分齐全时才比较；含择一指标、加分项、不适用指标的组不比较，小计四舍五入的差额不提示。',
    en: 'Where a form prints subtotals, each is the sum of the scores of its rows. Compared only where all of them are printed; groups with alternatives, bonus rows or rows that do not apply are left alone, and subtotals may be rounded.',
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '小计 48，各行得分合计 47', en: 'a subtotal of 48 over rows of 47' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '30', score: '29' },
          { path: ['产出', '质量'], max: '20', score: '18' },
          { path: ['效益', '社会效益'], max: '50', score: '50' },
        ],
        groups: [{ path: ['产出'], max: '50', score: '48' }],
        total: '97',
        full: '100',
      }),
    },
    {
      name: { zh: '小计四舍五入到整数', en: 'a subtotal in whole points' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '30', score: '28.72' },
          { path: ['产出', '质量'], max: '20', score: '18.9' },
        ],
        groups: [{ path: ['产出'], max: '50', score: '48' }],
      }),
    },
    {
      name: { zh: '有一行未填得分', en: 'a row without a score' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '30', score: '28' },
          { path: ['产出', '质量'], max: '20' },
        ],
        groups: [{ path: ['产出'], max: '50', score: '48' }],
      }),
    },
  ],
  run: ({ assessment, points }) =>
    comparedGroups(assessment).flatMap(({ group, rows, printed }) => {
      const added = { addends: rows.map(addendOfRow) };
      const sum = scoreSum(added);
      if (sum.eq(exact(printed.value)) || roundingExplains(added, sum, printed)) return [];
      const values = valuesOf(group, printed, sum);
      const reading = firmWhen(
        isFirm(printed),
        rows.every((row) => isFirmScore(row, points) && !isRepaired(row, 'path', 'row')),
      );
      return [
        {
          severity: errorIf(reading),
          subject: values.group,
          printed: values.printed,
          recomputed: values.sum,
          message: messages.differs(values),
          places: [printed.place],
        },
      ];
    }),
};

function valuesOf(group: Group, printed: Printed, sum: Exactly): Values {
  return {
    group: group.path.join(' / '),
    printed: decimalString(exact(printed.value)),
    sum: decimalString(sum),
  };
}

type Compared = { readonly group: Group; readonly rows: readonly Indicator[]; readonly printed: Printed };

/** Groups whose subtotal and whose rows' scores all stand in the document. */
function comparedGroups(assessment: Assessment): readonly Compared[] {
  const leaves = leafRows(assessment);
  return assessment.groups.flatMap((group): readonly Compared[] => {
    const printed = group.selfScore;
    const rows = rowsOf(group, leaves);
    const isComparable =
      rows.length > 0 &&
      rows.every(
        (row) =>
          row.selfScore !== undefined &&
          isInDocument(row.selfScore) &&
          alternativeOf(row) === undefined &&
          !isBonus(row) &&
          !isNotApplicable(row),
      );
    return printed && isComparable ? [{ group, rows, printed }] : [];
  });
}
