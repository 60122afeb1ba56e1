import type { Profile } from '../model/profile.ts';

/**
 * Suizhou and Guangshui: the unit and the reviewer score in one table, the total stands on top, points in names.
 * Points of level 2 are shared out equally among its rows and rounded to whole numbers, so their sum may miss level 2.
 */
export const suizhouProject: Profile = {
  id: 'suizhou-project',
  form: 'project',
  name: { zh: '随州市（广水市）财政预算支出项目绩效目标自评表', en: 'Suizhou project self-assessment' },
  titles: ['财政预算支出项目绩效目标自评表'],
  basis: '随州市、广水市财政预算支出项目绩效目标自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'selfScore', 'reviewScore'],
  marks: {
    block: ['自评总分', '项目负责人', '单位领导审签', '项目属性'],
    header: ['年初指标值', '年终完成值', '自评分', '复核分'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
