import type { Assessment, Group, Indicator } from '../../model/assessment.ts';
import { decimalString, type Exactly, exact, sum } from '../exact.ts';
import { errorIf, firmWhen, isFirm, isFirmRow, isInDocument, isRepaired } from '../firm-reading.ts';
import { leafRows } from '../reconcile/counted-rows.ts';
import { isEqualSplit } from '../reconcile/equal-split.ts';
import { alternativeOf, isBonus, rowsOf } from '../row-kinds.ts';
import type { ScoringContext } from '../scoring-context.ts';
import type { Check } from './check.ts';
import { exampleAssessment } from './example-assessment.ts';

type Values = { readonly group: string; readonly printed: string; readonly sum: string };

const messages = {
  differs: ({ group, printed, sum }: Values) => ({
    zh: `「${group}」分值 ${printed}，所属各行分值合计 ${sum}；请核对该组分值`,
    en: `“${group}” carries ${printed} points, its rows add up to ${sum}; compare the group's points with its rows`,
  }),
};

/** A group's points differ from the sum of its rows' points. */
export const pointsGroupMismatch: Check = {
  code: 'points/group-mismatch',
  title: { zh: '组分值与各行分值之和不符', en: "A group's points differ from its rows" },
  rationale: {
    zh: '上级指标的分值应等于所属各行分值之和。各行分值齐全时才比较；含择一指标、加分项的组不比较，平均分配后四舍五入的差额不提示，整行缺失的归入表格不完整。',
    en: "A group's points are the sum of its rows' points. Compared only where all of them are printed; groups with alternatives or bonus rows are left alone, equal shares may be rounded, and absent rows are reported as an incomplete table.",
  },
  severity: 'error',
  messages,
  examples: [
    {
      name: { zh: '组 50 分，各行合计 48', en: 'a group of 50 with rows of 48' },
      fires: true,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '30', score: '30' },
          { path: ['产出', '质量'], max: '18', score: '18' },
          { path: ['效益', '社会效益'], max: '52', score: '50' },
        ],
        groups: [{ path: ['产出'], max: '50' }],
        total: '98',
        full: '100',
      }),
    },
    {
      name: { zh: '10 分平均分给三行，取整', en: '10 points shared by three rows, in whole points' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '3', score: '3' },
          { path: ['产出', '质量'], max: '3', score: '3' },
          { path: ['产出', '时效'], max: '3', score: '3' },
        ],
        groups: [{ path: ['产出'], max: '10' }],
      }),
    },
    {
      name: { zh: '换页后组单元格重复', en: 'a group cell repeated after a page break' },
      fires: false,
      assessment: exampleAssessment({
        rows: [
          { path: ['产出', '数量'], max: '60', score: '58' },
          { path: ['产出', '质量'], max: '40', score: '38' },
        ],
        groups: [
          { path: ['产出'], max: '100' },
          { path: ['产出'], max: '100' },
        ],
        total: '96',
        full: '100',
      }),
    },
  ],
  run: (context) => {
    const differences = differingGroups(context);
    return differences.map((difference) => {
      const { group, printed, sum: added } = difference;
      const values = {
        group: group.path.join(' / '),
        printed: decimalString(printed),
        sum: decimalString(added),
      };
      return {
        severity: errorIf(reading(difference, differences)),
        subject: values.group,
        printed: values.printed,
        recomputed: values.sum,
        message: messages.differs(values),
        places: [group.place],
      };
    });
  },
};

type Difference = {
  readonly group: Group;
  readonly rows: readonly Indicator[];
  readonly printed: Exactly;
  readonly sum: Exactly;
};

function differingGroups({ assessment, points, total }: ScoringContext): readonly Difference[] {
  const isIncomplete =
    points.verdict === 'open' || (points.verdict === 'short' && total.outcome.verdict !== 'agrees');
  return comparedGroups(assessment).filter(({ printed, rows, sum: added }) => {
    if (printed.eq(added) || isEqualSplit(rows, printed)) return false;
    return !(isIncomplete && added.lt(printed));
  });
}

/** Groups whose points and whose rows' points all stand in the document. */
function comparedGroups(assessment: Assessment): readonly Difference[] {
  const leaves = leafRows(assessment);
  return [...samePaths(assessment.groups).values()].flatMap((groups) => {
    const [group] = groups;
    const rows = group ? rowsOf(group, leaves) : [];
    const points = rows.flatMap(({ maxScore }) => (maxScore && isInDocument(maxScore) ? [maxScore] : []));
    const printed = printedPoints(groups);
    const isComparable =
      rows.length > 0 &&
      points.length === rows.length &&
      rows.every((row) => alternativeOf(row) === undefined && !isBonus(row)) &&
      points.every(({ unit }) => (unit === '%') === (group?.maxScore?.unit === '%'));
    if (!group || !isComparable) return [];
    const added = sum(points.map(({ value }) => exact(value)));
    const nearest = printed.find((value) => value.eq(added)) ?? printed[0];
    return nearest ? [{ group, rows, printed: nearest, sum: added }] : [];
  });
}

/** A cell printed again after a page break says the same twice; two groups of one name say their sum. */
function printedPoints(groups: readonly Group[]): readonly Exactly[] {
  const printed = groups.flatMap(({ maxScore }) =>
    maxScore && isInDocument(maxScore) ? [exact(maxScore.value)] : [],
  );
  return printed.length > 1 ? [...printed, sum(printed)] : printed;
}

function samePaths(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const byPath = new Map<string, Group[]>();
  for (const group of groups) {
    if (!group.maxScore) continue;
    const key = group.path.join('\n');
    byPath.set(key, [...(byPath.get(key) ?? []), group]);
  }
  return byPath;
}

/** A row that stands in the neighbouring group by our reading alone would leave two opposite gaps behind. */
function reading(own: Difference, differences: readonly Difference[]) {
  const { group, rows } = own;
  const gap = own.printed.minus(own.sum);
  const hasOpposite = differences.some(
    (other) =>
      other.group.path.length === group.path.length && other.printed.minus(other.sum).eq(gap.negated()),
  );
  return firmWhen(
    !hasOpposite,
    group.maxScore !== undefined && isFirm(group.maxScore),
    rows.every((row) => isFirmRow(row) && row.maxScore !== undefined && isFirm(row.maxScore)),
    rows.every((row) => !isRepaired(row, 'path', 'row')),
  );
}
