import { fundsRows, goalRows, identityRows } from '../layout/blocks.ts';
import type { Form, GeneratedDocument } from '../layout/form.ts';
import type { Random } from '../random.ts';
import { makeFunds } from '../truth/funds.ts';
import { makeNationalRows, planTrunks } from '../truth/national-rows.ts';
import { gradeRemark, nationalRemarks } from '../vocabulary/wordings.ts';
import { assemble, columns, makeStyle, makeSubject, reasonHeaders, yearLine } from './assemble.ts';

/** What sets a form of the national pattern apart from the others. */
export type NationalVariant = {
  readonly family: string;
  readonly titles: readonly string[];
  readonly form: 'project' | 'fund' | 'department';
  readonly columns: (random: Random) => Form['columns'];
  readonly headerGroup?: Form['headerGroup'];
  readonly pointsInNames: Form['pointsInNames'];
  readonly partNames: readonly string[];
  readonly fundsColumns: {
    readonly fields: readonly ('initial' | 'adjusted' | 'executed' | 'points' | 'rate' | 'score' | 'blank')[];
    readonly headers: readonly string[];
  };
  readonly grade: 'written' | 'none';
  /** Value and unit of the target in columns of their own. */
  readonly totalLabels: readonly string[];
};

const nationalFunds = {
  fields: ['initial', 'adjusted', 'executed', 'points', 'rate', 'score'],
  headers: ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
} as const;

const levels = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['name', '三级指标'],
] as const;

/** The national project form, with points in a column (F1) or also in the names (F1a). */
const national = (family: string, pointsInNames: Form['pointsInNames']): NationalVariant => ({
  family,
  titles: ['项目支出绩效自评表', '财政项目支出绩效自评表', '项目绩效自评表'],
  form: 'project',
  columns: (random) =>
    columns(
      ...levels,
      ['target', random.pick(['年度指标值', '年度指标值（A）', '指标值'])],
      ['actual', random.pick(['实际完成值', '全年完成值', '实际完成值（B）', '全年实际值'])],
      ['points', random.pick(['分值', '权重', '分值（100）'])],
      ['score', random.pick(['得分', '自评得分', '自评分'])],
      ['reason', random.pick(reasonHeaders)],
    ),
  pointsInNames,
  partNames: ['其中：当年财政拨款', '上年结转资金', '其他资金'],
  fundsColumns: nationalFunds,
  grade: 'none',
  totalLabels: ['总分', '合计', '总　分'],
});

export const nationalVariants: readonly NationalVariant[] = [
  national('F1', []),
  national('F1a', [1]),
  {
    ...national('F2', []),
    columns: () =>
      columns(
        ...levels,
        ['sign', '指标性质'],
        ['value', '指标值'],
        ['measure', '度量单位'],
        ['actual', '实际完成值'],
        ['points', '分值'],
        ['score', '得分'],
        ['reason', '偏差原因分析及改进措施'],
      ),
    headerGroup: { text: '绩效指标', first: 0, count: 6 },
    grade: 'written',
    totalLabels: ['总分'],
  },
  {
    ...national('F13', []),
    titles: ['部门整体支出绩效自评表', '部门（单位）整体支出绩效自评表'],
    form: 'department',
    columns: () =>
      columns(
        ...levels,
        ['points', '分值'],
        ['target', '年度指标值'],
        ['actual', '实际完成值'],
        ['score', '得分'],
        ['reason', '偏差原因分析及改进措施'],
      ),
    partNames: ['其中：基本支出', '项目支出'],
    grade: 'written',
  },
  {
    ...national('F25', []),
    titles: ['财政衔接推进乡村振兴补助资金绩效目标自评表', '财政专项扶贫资金绩效自评表'],
    form: 'fund',
    columns: () =>
      columns(
        ...levels,
        ['points', '分值'],
        ['target', '年度指标值'],
        ['actual', '全年实际值'],
        ['score', '得分'],
        ['reason', '未完成原因及拟采取的改进措施'],
      ),
    partNames: ['其中：中央财政资金', '省级财政资金', '其他资金'],
    fundsColumns: {
      fields: ['adjusted', 'executed', 'points', 'rate', 'score'],
      headers: ['全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'],
    },
  },
  {
    ...national('F19', []),
    columns: () =>
      columns(
        ...levels,
        ['points', '分值'],
        ['target', '目标值'],
        ['actual', '完成值'],
        ['score', '得分'],
        ['reason', '扣分原因'],
      ),
  },
  {
    ...national('F12', []),
    titles: ['项目绩效自评表', '部门预算项目绩效自评表'],
    columns: () =>
      columns(
        ['ordinal', '序号'],
        ...levels,
        ['sign', '计算符号'],
        ['value', '指标值'],
        ['actual', '实际完成值'],
        ['measure', '计量单位'],
        ['points', '分值'],
        ['score', '得分'],
        ['reason', '偏差原因分析及改进措施'],
      ),
  },
  {
    ...national('F14', []),
    columns: () =>
      columns(
        ...levels,
        ['target', '年度指标值'],
        ['actual', '实际完成值'],
        ['points', '分值'],
        ['deduction', '扣分'],
        ['score', '得分'],
        ['reason', '得失分依据及原因'],
      ),
  },
  {
    ...national('F23', []),
    partNames: ['财政拨款', '其他资金'],
    fundsColumns: {
      fields: ['adjusted', 'executed', 'points', 'rate', 'score'],
      headers: ['预算数', '全年执行数', '分值', '执行率', '得分'],
    },
  },
];

/** A consistent document of a national variant. */
export function makeNational(random: Random, variant: NationalVariant): GeneratedDocument {
  const subject = makeSubject(random);
  const style = makeStyle(random);
  const funds = makeFunds(random, {
    partNames: variant.partNames,
    points: '10',
    rateDecimals: random.pick([0, 1, 2, 2, 2]),
  });
  const { rows, groups } = makeNationalRows(random, {
    project: subject.projectKind,
    year: subject.year,
    step: random.pick(['1', '1', '0.5', '2.5']),
    missed: random.pick([0, 0.1, 0.3]),
    trunks: planTrunks(random, '90'),
  });
  const remarks = [
    ...(random.chance(0.5) ? nationalRemarks : []),
    ...(variant.grade === 'written' ? [gradeRemark] : []),
  ];
  const title = random.pick(variant.titles);
  const fundsColumns = {
    ...variant.fundsColumns,
    label: '项目资金（万元）',
    nameHeader: '',
    dash: random.pick(['—', '-', '/', '']),
    style,
  };
  const assessment = assemble(random, {
    family: variant.family,
    form: variant.form,
    title,
    subject,
    rows,
    groups,
    funds,
    grade: variant.grade,
    remarks,
    total: 'scored',
  });
  const unitLabel = random.pick(['实施单位', '项目实施单位', '实施单位（盖章）']);
  const opening = yearLine(random, subject.year);
  const goals = random.pick([
    ['预期目标', '实际完成情况'],
    ['年初设定目标', '全年实际完成情况'],
  ] as const);
  return {
    assessment,
    form: {
      columns: variant.columns(random),
      ...(variant.headerGroup === undefined ? {} : { headerGroup: variant.headerGroup }),
      block: (shown, width) => [
        ...(variant.form === 'department'
          ? [{ kind: 'block' as const, cells: departmentLine(shown.unit, width) }]
          : identityRows(shown, width, unitLabel)),
        ...fundsRows(shown.funds, fundsColumns, width),
        ...goalRows(shown, width, goals),
      ],
      minWidth: 8,
      pointsInNames: variant.pointsInNames,
      levels: random.chance(0.85) ? 'spanned' : 'repeated',
      opening: () => [opening],
      totalLabel: random.pick(variant.totalLabels),
      totalPlace: 'bottom',
      style,
    },
  };
}

const departmentLine = (unit: string, width: number) => [
  { text: '部门（单位）名称', column: 0, columnSpan: 1, rowSpan: 1 },
  { text: unit, column: 1, columnSpan: width - 1, rowSpan: 1 },
];
