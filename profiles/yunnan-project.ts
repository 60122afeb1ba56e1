import type { Profile } from '../model/profile.ts';

/**
 * Yunnan project form: 绩效指标 over a second header row, the target in three cells (sign, value, unit).
 * Its grade note is not confirmed by a source, so the bands are those of the document or the customary ones.
 */
export const yunnanProject: Profile = {
  id: 'yunnan-project',
  form: 'project',
  name: { zh: '云南省项目支出绩效自评表', en: 'Yunnan project self-assessment' },
  titles: ['项目支出绩效自评表'],
  basis: '云南省部门决算公开附表 项目支出绩效自评表',
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
    block: ['年初预算数', '全年预算数', '全年执行数', '上年结转资金'],
    header: ['绩效指标', '指标性质', '度量单位', '实际完成值', '偏差原因分析及改进措施'],
    lacks: ['definition', 'standard', 'evidence', 'deduction', 'reviewScore'],
  },
  policies: {
    executionPoints: '10',
    gradeBands: [],
  },
  rubric: [],
};
