import type { Profile } from '../model/profile.ts';

/**
 * Tianjin department form: goals, each followed by a flat table of its indicators.
 * Each goal may have a ratio of its own; the total is then the sum of goal scores times ratio.
 */
export const tianjinDepartment: Profile = {
  id: 'tianjin-department',
  form: 'department',
  name: { zh: '天津市部门整体支出绩效自评表', en: 'Tianjin department self-assessment' },
  titles: ['整体支出绩效自评表'],
  basis: '天津市部门整体支出绩效自评表',
  headers: {},
  columns: ['level1', 'targetSign', 'target', 'targetUnit', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    header: ['指标名称', '计算符号', '指标值', '实际完成值', '计量单位', '分值', '偏差原因分析及改进措施'],
    lacks: ['level2', 'level3'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
