import { fundsRows, goalRows, identityRows } from '../layout/blocks.ts';
import type { GeneratedDocument } from '../layout/form.ts';
import type { Random } from '../random.ts';
import { makeFunds } from '../truth/funds.ts';
import { makeNationalRows, planTrunks } from '../truth/national-rows.ts';
import { assemble, columns, makeStyle, makeSubject, yearLine } from './assemble.ts';

const levels = [
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['name', '三级指标'],
] as const;

/** Forms that print no score: the county fund form (F8) and the target table (F20), which is no assessment at all. */
export function makeUnscored(random: Random, family: 'F8' | 'F20'): GeneratedDocument {
  const subject = makeSubject(random);
  const style = makeStyle(random);
  const made = makeNationalRows(random, {
    project: subject.projectKind,
    year: subject.year,
    step: '1',
    missed: family === 'F8' ? 0.2 : 0,
    trunks: planTrunks(random, '100'),
  });
  const rows = made.rows.map((row) => ({ ...row, maxScore: null, selfScore: null }));
  const partNames = ['其中：中央财政资金', '县级资金', '其他资金'];
  const funds = makeFunds(random, { partNames, rateDecimals: 2 });
  const isTarget = family === 'F20';
  const fundsColumns = {
    label: '项目资金（万元）',
    nameHeader: '',
    fields: isTarget ? (['initial'] as const) : (['adjusted', 'executed', 'rate'] as const),
    headers: isTarget ? ['年度预算安排'] : ['全年预算数（A）', '全年执行数（B）', '执行率（B/A）'],
    dash: '',
    style,
  };
  return {
    assessment: assemble(random, {
      family,
      form: isTarget ? 'project' : 'fund',
      title: isTarget
        ? random.pick(['项目支出绩效目标申报表', '项目支出绩效目标表', '项目绩效目标批复表'])
        : random.pick(['专项资金绩效目标自评表', '县级专项资金绩效自评表']),
      subject,
      rows,
      groups: [],
      funds,
      grade: 'none',
      remarks: [],
      total: 'none',
    }),
    form: {
      columns: isTarget
        ? columns(...levels, ['target', '指标值'], ['blank', '备注'])
        : columns(
            ...levels,
            ['target', '年度指标值'],
            ['actual', '全年完成值'],
            ['reason', '未完成原因和改进措施'],
          ),
      block: (shown, width) => [
        ...identityRows(shown, width, '实施单位'),
        ...fundsRows(shown.funds, fundsColumns, width),
        ...(isTarget ? [] : goalRows(shown, width, ['年初设定目标', '全年实际完成情况'])),
      ],
      minWidth: 6,
      pointsInNames: [],
      levels: 'spanned',
      opening: (shown) => [yearLine(random, shown.year)],
      totalLabel: '',
      totalPlace: 'none',
      style,
    },
  };
}
