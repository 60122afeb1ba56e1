import type { Profile } from '../model/profile.ts';

/**
 * Chongqing department form: flat rows without levels, the total on top, execution with points in the funds block.
 */
export const chongqingDepartment: Profile = {
  id: 'chongqing-department',
  form: 'department',
  name: { zh: '重庆市部门整体绩效自评表', en: 'Chongqing department self-assessment' },
  titles: ['部门整体绩效自评表'],
  basis: '重庆市部门整体绩效自评表',
  headers: {},
  columns: ['level1', 'targetUnit', 'targetSign', 'target', 'points', 'actual', 'selfScore'],
  marks: {
    block: [
      '部门联系人',
      '联系电话',
      '自评总分',
      '全年（调整）预算数',
      '执行率权重',
      '执行率得分',
      '年度总金额',
      '年初绩效目标',
      '全年目标实际完成情况',
    ],
    header: ['指标名称', '计量单位', '指标性质', '指标权重', '全年完成值', '指标得分'],
    lacks: ['level2', 'level3'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
