import type { Profile } from '../model/profile.ts';

/**
 * Sichuan project form of the integrated budget system: execution 10, rows 90, a target in three cells, no grade.
 */
export const sichuanProject: Profile = {
  id: 'sichuan-project',
  form: 'project',
  name: { zh: '四川省部门预算项目支出绩效自评表', en: 'Sichuan project self-assessment' },
  titles: ['部门预算项目支出绩效自评表'],
  basis: '四川省预算管理一体化系统 报表 510000_0013zp',
  headers: {},
  columns: [
    'level1',
    'level2',
    'level3',
    'targetSign',
    'target',
    'targetUnit',
    'actual',
    'points',
    'selfScore',
    'reason',
  ],
  marks: {
    block: [
      '项目年度目标',
      '年度目标完成情况',
      '预算执行情况',
      '调整后预算数',
      '预算执行数',
      '预算执行率',
      '财政专户管理资金',
      '单位资金',
    ],
    header: ['指标性质', '指标值', '度量单位', '完成值', '权重', '未完成原因分析'],
    lacks: ['definition', 'standard', 'evidence', 'deduction', 'reviewScore'],
  },
  policies: {
    executionPoints: '10',
    scoreDecimals: 2,
    gradeBands: [],
  },
  rubric: [],
};
