import type { Profile } from '../model/profile.ts';

/** Wuhan project form: planned and reached, without points or scores. */
export const wuhanProjectUnscored: Profile = {
  id: 'wuhan-project-unscored',
  form: 'project',
  name: { zh: '武汉市（区）项目绩效自评表（不计分）', en: 'Wuhan project self-assessment without scores' },
  titles: ['项目绩效自评表'],
  basis: '武汉市（区）项目绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'reason'],
  marks: {
    block: ['资金来源', '预算数（A）', '执行数（B）', '执行率（B/A）'],
    header: ['年初目标值', '实际完成值', '未完成原因及改进措施'],
    lacks: ['points', 'selfScore'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
