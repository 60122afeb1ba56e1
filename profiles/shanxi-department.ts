import type { Profile } from '../model/profile.ts';

/**
 * Shanxi department form: initial and adjusted target side by side, funds by source and by direction.
 * A row whose adjusted target is blank is not scored.
 */
export const shanxiDepartment: Profile = {
  id: 'shanxi-department',
  form: 'department',
  name: { zh: '山西省部门整体支出绩效自评表', en: 'Shanxi department self-assessment' },
  titles: ['整体支出绩效自评表'],
  basis: '山西省部门整体支出绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'initialTarget', 'target', 'actual', 'points', 'selfScore'],
  marks: {
    block: ['按资金来源', '按资金方向'],
    header: ['年初指标值', '年度指标值'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
