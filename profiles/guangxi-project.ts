import type { Profile } from '../model/profile.ts';

/**
 * Guangxi form: a column of deductions and one of the grounds; explains results of 130 % of the target and more.
 */
export const guangxiProject: Profile = {
  id: 'guangxi-project',
  form: 'project',
  name: { zh: '广西壮族自治区绩效自评表', en: 'Guangxi self-assessment' },
  titles: ['绩效自评表'],
  basis: '广西壮族自治区预算管理一体化系统 绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'deduction', 'evidence'],
  marks: {
    header: ['扣分', '得失分依据及原因'],
  },
  policies: {
    overshoot: 'explain',
    overshootFrom: '1.3',
    gradeBands: [],
  },
  rubric: [],
};
