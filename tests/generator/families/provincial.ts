import { Decimal } from 'decimal.js';
import type { GeneratedRow } from '../generated.ts';
import { blockRow, fundsRows, goalRows, identityRows } from '../layout/blocks.ts';
import type { Form, GeneratedDocument } from '../layout/form.ts';
import type { Random } from '../random.ts';
import { plain, rounded, sum } from '../truth/figures.ts';
import { makeFunds } from '../truth/funds.ts';
import { groupsOf, makeNationalRows, planTrunks } from '../truth/national-rows.ts';
import { gradeRemark } from '../vocabulary/wordings.ts';
import { assemble, columns, makeStyle, makeSubject, type Subject, yearLine } from './assemble.ts';

const levels = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['name', '三级指标'],
] as const;

const targetParts = [
  ['sign', '指标性质'],
  ['value', '指标值'],
  ['measure', '度量单位'],
] as const;

const rowsFor = (
  random: Random,
  subject: Subject,
  total: '90' | '100' | '80',
  step = random.pick(['1', '0.5', '2.5']),
) =>
  makeNationalRows(random, {
    project: subject.projectKind,
    year: subject.year,
    step,
    missed: random.pick([0, 0.15, 0.3]),
    trunks: planTrunks(random, total),
  });

/** A target in words becomes the system's grade scale: sign 定性, value 优良中低差, actual 优. */
const qualitative = (row: GeneratedRow): GeneratedRow =>
  row.sign === '' && row.reason === undefined
    ? { ...row, sign: '定性', value: '优良中低差', measure: '', actual: '优' }
    : row;

const base = (random: Random): Pick<Form, 'pointsInNames' | 'levels' | 'style'> => ({
  pointsInNames: [],
  levels: 'spanned',
  style: makeStyle(random),
});

/** Sichuan's project form (F3): target in three cells, execution with a cause, a total without a grade. */
export function makeSichuan(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const common = base(random);
  const partNames = ['其中：财政资金', '财政专户管理资金', '单位资金', '其他资金'];
  const funds = makeFunds(random, { partNames, points: '10', rateDecimals: 2 });
  const made = rowsFor(random, subject, '90');
  const rows = made.rows.map(qualitative);
  const title = `部门预算项目支出绩效自评表(${subject.year}年度)`;
  const fundsColumns = {
    label: '预算执行情况（10分）',
    nameHeader: '年度预算数（万元）',
    fields: ['initial', 'adjusted', 'executed', 'rate', 'points', 'score', 'blank'] as const,
    headers: ['年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分', '原因'],
    dash: '/',
    style: common.style,
  };
  return {
    assessment: assemble(random, {
      family: 'F3',
      form: 'project',
      title,
      subject: {
        ...subject,
        projectName: `51${subject.year}0022R00000${random.integer(1000, 9999)}-${subject.projectName}`,
      },
      rows,
      groups: made.groups,
      funds: funds.map((line, index) => (index === 0 ? { ...line, name: '总额' } : line)),
      grade: 'none',
      remarks: [],
      total: 'scored',
    }),
    form: {
      ...common,
      columns: columns(
        ...levels,
        ...targetParts,
        ['actual', '完成值'],
        ['points', '权重'],
        ['score', '得分'],
        ['reason', '未完成原因分析'],
      ),
      block: (shown, width) => [
        ...identityRows(shown, width, '实施单位（盖章）'),
        ...goalRows(shown, width, ['项目年度目标', '年度目标完成情况']),
        ...fundsRows(shown.funds, fundsColumns, width),
      ],
      minWidth: 10,
      opening: () => [],
      totalLabel: '合计',
      totalPlace: 'bottom',
    },
  };
}

/** Chengdu's review paper (F5): the reviewer's columns stand beside the unit's own. */
export function makeReviewed(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const common = base(random);
  const made = rowsFor(random, subject, '90');
  const funds = makeFunds(random, { partNames: ['财政资金'], points: '10', rateDecimals: 2 });
  const execution: GeneratedRow = {
    kind: 'execution',
    path: ['预算执行', '预算执行', '预算执行率'],
    maxScore: '10',
    selfScore: funds[0]?.score ?? '10',
    sign: '=',
    value: '100',
    measure: '%',
    actual: (funds[0]?.rate ?? '100%').replace('%', ''),
    reason: funds[0]?.score === '10' ? '' : '部分款项按合同约定在次年支付',
  };
  const rows = [execution, ...made.rows.map(qualitative)];
  return {
    assessment: assemble(random, {
      family: 'F5',
      form: 'project',
      title: '项目绩效自评复核表',
      subject,
      rows,
      groups: groupsOf(rows),
      grade: 'none',
      remarks: [],
      total: 'scored',
    }),
    form: {
      ...common,
      columns: columns(
        ...levels,
        ['sign', '指标性质'],
        ['value', '指标值'],
        ['measure', '计量单位'],
        ['points', '权重'],
        ['actual', '自评完成值'],
        ['score', '自评得分'],
        ['reviewActual', '复核完成值'],
        ['reviewScore', '复核得分'],
        ['reason', '备注'],
      ),
      block: (shown, width) => identityRows(shown, width, '项目单位'),
      minWidth: 12,
      opening: (shown) => [yearLine(random, shown.year)],
      totalLabel: '合计',
      totalPlace: 'bottom',
    },
  };
}

/** Hubei's project form (F6): execution counts 20, points stand in the names of the levels only. */
export function makeHubei(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const common = base(random);
  const made = rowsFor(random, subject, '80');
  const rows = made.rows.map(({ maxScore, ...row }) => ({
    ...row,
    maxScore: null,
    impliedMax: maxScore ?? '0',
  }));
  const funds = makeFunds(random, { partNames: ['年度财政资金总额'], points: '20', rateDecimals: 2 }).slice(
    0,
    1,
  );
  return {
    assessment: assemble(random, {
      family: 'F6',
      form: 'project',
      title: random.pick([`${subject.year}年度项目自评表`, `${subject.year}年度项目绩效自评表`]),
      subject,
      rows,
      groups: made.groups,
      funds,
      grade: 'none',
      remarks: [
        '备注：1.预算执行情况口径：预算数为调整后财政资金总额，执行数为资金使用单位财政资金实际支出数。',
        '2.定量指标完成数汇总原则：正向指标（即目标值为≥X）得分=权重×B/A，反向指标（即目标值为≤X）得分=权重×A/B，得分不得突破权重总额。',
        '3.定性指标按达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按100%-80%（含80%）、80%-50%（含50%）、50%-0%计分。',
      ],
      total: 'scored',
    }),
    form: {
      ...common,
      columns: columns(
        ...levels,
        ['target', '年初目标值（A）'],
        ['actual', '实际完成值（B）'],
        ['score', '得分'],
      ),
      block: (shown, width) => [
        ...identityRows(shown, width, '项目实施单位'),
        ...hubeiFunds(shown.funds[0], width),
      ],
      minWidth: 6,
      pointsInNames: [1, 2],
      opening: (shown) => [
        `单位名称：${shown.unit}    填报日期：${shown.year + 1}年${random.integer(2, 6)}月`,
      ],
      totalLabel: '总分',
      totalPlace: 'bottom',
    },
  };
}

function hubeiFunds(line: GeneratedDocument['assessment']['funds'][number] | undefined, width: number) {
  if (line === undefined) return [];
  return [
    blockRow(
      [
        '预算执行情况（万元）（20分）',
        '',
        '预算数（A）',
        '执行数（B）',
        '执行率（B/A）',
        '得分（20分*执行率）',
      ],
      width,
    ),
    blockRow(['', '年度财政资金总额', line.adjusted, line.executed, line.rate, line.score ?? ''], width),
  ];
}

/** Hubei's county form (F24): a level's points are shared out equally and rounded to whole numbers; total on top. */
export function makeEqualSplit(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const common = base(random);
  for (;;) {
    const made = rowsFor(random, subject, '100', '1');
    const rows = made.rows.map((row) => equalShare(row, made.rows, made.groups));
    if (sum(rows.map(({ impliedMax }) => impliedMax)).gt(100)) continue;
    return {
      assessment: assemble(random, {
        family: 'F24',
        form: 'project',
        title: '财政预算支出项目绩效目标自评表',
        subject,
        rows,
        groups: made.groups,
        grade: 'none',
        remarks: ['说明：三级指标分值按二级指标分值除以三级指标个数平均确定，四舍五入保留整数。'],
        total: 'scored',
      }),
      form: {
        ...common,
        columns: columns(
          ['level1', '一级指标'],
          ['level2', '二级指标'],
          ['name', '指标名称（三级指标）'],
          ['target', '年初指标值'],
          ['actual', '年终完成值'],
          ['score', '自评分'],
          ['reviewScore', '复核分'],
        ),
        block: (shown, width) => [
          ...identityRows(shown, width, '项目实施单位'),
          blockRow(['自评总分', shown.total.printed ?? '', '项目负责人', '张明'], width),
        ],
        minWidth: 7,
        pointsInNames: [1, 2],
        opening: (shown) => [yearLine(random, shown.year)],
        totalLabel: '总分',
        totalPlace: 'above',
      },
    };
  }
}

function equalShare(
  row: GeneratedRow,
  rows: readonly GeneratedRow[],
  groups: GeneratedDocument['assessment']['groups'],
): GeneratedRow {
  const parent = row.path.slice(0, 2).join(' / ');
  const siblings = rows.filter(({ path }) => path.slice(0, 2).join(' / ') === parent).length;
  const points = groups.find(({ path }) => path.join(' / ') === parent)?.maxScore ?? '0';
  const share = rounded(new Decimal(points).div(siblings), 0);
  const ratio = new Decimal(row.selfScore ?? '0').div(row.maxScore ?? '1');
  return {
    ...row,
    maxScore: null,
    impliedMax: plain(share),
    selfScore: plain(rounded(share.times(ratio), 1)),
  };
}

/** Chongqing's form (F26): flat rows, the total on top, execution with points of its own. */
export function makeFlat(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const common = base(random);
  const made = rowsFor(random, subject, '90');
  const rows = made.rows.map((row) => ({ ...qualitative(row), path: [row.path.at(-1) ?? ''] }));
  const funds = makeFunds(random, { partNames: ['其中：财政拨款'], points: '10', rateDecimals: 2 });
  const fundsColumns = {
    label: '年度预算（万元）',
    nameHeader: '',
    fields: ['initial', 'adjusted', 'executed', 'rate', 'points', 'score'] as const,
    headers: ['年初预算数', '全年（调整）预算数', '全年执行数', '执行率', '执行率权重', '执行率得分'],
    dash: '',
    style: common.style,
  };
  return {
    assessment: assemble(random, {
      family: 'F26',
      form: 'project',
      title: `${subject.year}年度项目绩效自评表`,
      subject,
      rows,
      groups: [],
      funds: funds.map((line, index) => (index === 0 ? { ...line, name: '年度总金额' } : line)),
      grade: 'none',
      remarks: random.chance(0.5) ? [gradeRemark] : [],
      total: 'scored',
    }),
    form: {
      ...common,
      columns: columns(
        ['name', '指标名称'],
        ['measure', '计量单位'],
        ['sign', '指标性质'],
        ['value', '指标值'],
        ['points', '指标权重（分）'],
        ['actual', '全年完成值'],
        ['score', '指标得分（分）'],
        ['reason', '说明'],
      ),
      block: (shown, width) => [
        ...identityRows(shown, width, '项目单位'),
        blockRow(
          ['部门联系人', '李华', '联系电话', '12345678', '自评总分（分）', shown.total.printed ?? ''],
          width,
        ),
        ...fundsRows(shown.funds, fundsColumns, width),
        ...goalRows(shown, width, ['年初绩效目标', '全年目标实际完成情况']),
      ],
      minWidth: 8,
      opening: () => [],
      totalLabel: '总分',
      totalPlace: 'above',
    },
  };
}
