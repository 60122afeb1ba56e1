import { Decimal } from 'decimal.js';
import type { GeneratedBudget, GeneratedRow } from '../generated.ts';
import { blockRow } from '../layout/blocks.ts';
import type { GeneratedDocument } from '../layout/form.ts';
import { type LaidRow, label } from '../layout/laid-out.ts';
import { amount } from '../layout/numbers.ts';
import type { Random } from '../random.ts';
import { plain } from '../truth/figures.ts';
import { makeMunicipalOutcomes } from '../truth/municipal-outcomes.ts';
import { groupsOf } from '../truth/national-rows.ts';
import { countyLosses, countyRubric } from '../vocabulary/county-rubric.ts';
import { municipalRubric } from '../vocabulary/municipal-rubric.ts';
import { gradeRemark } from '../vocabulary/wordings.ts';
import { assemble, columns, makeStyle, makeSubject } from './assemble.ts';

const municipalColumns = (random: Random, fifth: readonly [string, string]) =>
  columns(
    ['level1', '一级指标'],
    ['level1Points', '分值'],
    ['level2', '二级指标'],
    ['level2Points', '分值'],
    ['name', '三级指标'],
    ['points', '分值'],
    ['definition', fifth[0]],
    ['standard', fifth[1]],
    ['score', random.pick(['得分/自评分', '自评分', '得分', '自评得分'])],
    ['evidence', random.pick(['评分依据、未达标原因、改进措施', '评分依据', '得分依据及扣分原因'])],
    ['blank', '参考佐证材料名称'],
  );

/** The municipal department form with its 26 prescribed rows (F9), or its provincial sibling (F10). */
export function makeMunicipal(random: Random, family: 'F9' | 'F10'): GeneratedDocument {
  const subject = makeSubject(random);
  const style = { ...makeStyle(random), thousands: random.chance(0.5) };
  const outcomes = makeMunicipalOutcomes(random, random.chance(0.75) ? 'given' : 'blank');
  const rows = municipalRubric.map((entry, index): GeneratedRow => {
    const outcome = outcomes[index] ?? { score: '0', evidence: '' };
    return {
      kind: 'indicator',
      path: entry.path,
      maxScore: entry.points,
      selfScore: outcome.score,
      definition: entry.definition,
      standard: entry.standard,
      evidence: outcome.evidence,
    };
  });
  const assessment = assemble(random, {
    family,
    form: 'department',
    title:
      family === 'F9'
        ? random.pick(['部门整体支出绩效自评表（无专项资金）', '部门整体支出绩效自评表（有专项资金）'])
        : '部门整体支出绩效自评表',
    subject,
    rows,
    groups: groupsOf(rows),
    budget: makeBudget(random),
    grade: 'boxes',
    remarks: random.chance(0.7) ? ['注：前两项指标根据《部门整体支出绩效指标完成情况表》（另附）填报。'] : [],
    total: 'scored',
  });
  const fifth = random.pick([
    ['指标解释', '评分标准'],
    ['指标说明', '评分标准'],
    ['指标解释', '评分规则'],
  ] as const);
  return {
    assessment,
    form: {
      columns: municipalColumns(random, fifth),
      block: (shown, width) => [
        blockRow(['部门名称', shown.unit, '单位数', String(1 + (shown.year % 5))], width),
        blockRow(
          [
            '年度整体绩效目标',
            shown.goals[0]?.expected ?? '',
            '整体绩效目标完成情况',
            shown.goals[0]?.reached ?? '',
            '未能完成原因',
            '无',
          ],
          width,
        ),
        ...(shown.budget === undefined ? [] : budgetRows(shown.budget, (value) => amount(value, style))),
      ],
      minWidth: 11,
      pointsInNames: [],
      levels: 'spanned',
      opening: (shown) => [`（${shown.year}年度）`],
      totalLabel: '总分',
      totalPlace: 'bottom',
      style,
    },
  };
}

function makeBudget(random: Random): GeneratedBudget {
  const basic = new Decimal(random.integer(30000, 900000)).div(100);
  const project = new Decimal(random.integer(10000, 2000000)).div(100);
  return {
    total: plain(basic.plus(project)),
    parts: [
      { name: '基本支出', amount: plain(basic) },
      { name: '项目支出', amount: plain(project) },
    ],
  };
}

function budgetRows(budget: GeneratedBudget, print: (value: string) => string): LaidRow[] {
  const cell = (text: string, column: number, columnSpan: number, rowSpan = 1) => ({
    text,
    column,
    columnSpan,
    rowSpan,
  });
  const [basic, project] = budget.parts;
  return [
    {
      kind: 'block',
      cells: [
        label('年度部门预算情况', 3),
        cell('总预算（万元）', 1, 2, 2),
        cell('部门预算', 3, 4),
        cell('事业发展支出', 7, 4),
      ],
    },
    {
      kind: 'block',
      cells: [
        cell('基本支出', 3, 2),
        cell('项目支出', 5, 2),
        cell('专项资金', 7, 2),
        cell('其他事业发展支出', 9, 2),
      ],
    },
    {
      kind: 'block',
      cells: [
        cell(print(budget.total), 1, 2),
        cell(print(basic?.amount ?? '0'), 3, 2),
        cell(print(project?.amount ?? '0'), 5, 2),
        cell('', 7, 2),
        cell('', 9, 2),
      ],
    },
  ];
}

/** The Hunan department form (F7): points at three levels, standards before explanations. */
export function makeCounty(random: Random): GeneratedDocument {
  const subject = makeSubject(random);
  const style = makeStyle(random);
  const rows = countyRubric.map((entry): GeneratedRow => {
    const losses = countyLosses[entry.path[2]] ?? [];
    const lost = losses.length > 0 && random.chance(0.25);
    return {
      kind: 'indicator',
      path: entry.path,
      maxScore: entry.points,
      selfScore: lost ? random.pick(losses) : entry.points,
      definition: entry.definition,
      standard: entry.standard,
      reason: lost ? '见自评报告第三部分' : '',
    };
  });
  const assessment = assemble(random, {
    family: 'F7',
    form: 'department',
    title: random.pick(['部门整体支出绩效评价指标评分表', '部门整体支出绩效自评评分表']),
    subject,
    rows,
    groups: groupsOf(rows),
    grade: random.chance(0.5) ? 'written' : 'none',
    remarks: [gradeRemark],
    total: 'scored',
  });
  return {
    assessment,
    form: {
      columns: columns(
        ['level1', '一级指标'],
        ['level1Points', '分值'],
        ['level2', '二级指标'],
        ['level2Points', '分值'],
        ['name', '三级指标'],
        ['points', '分值'],
        ['standard', random.pick(['评价标准', '评分标准'])],
        ['definition', '指标说明'],
        ['score', random.pick(['得分', '自评得分'])],
        ['reason', '备注'],
      ),
      block: () => [],
      minWidth: 10,
      pointsInNames: [],
      levels: 'spanned',
      opening: (shown) => [`（${shown.year}年度）`, `部门名称：${shown.unit}`],
      totalLabel: random.pick(['总分', '合计', '合　计']),
      totalPlace: 'bottom',
      style,
    },
  };
}
