import type { Profile } from '../model/profile.ts';

/** Hubei department form: the rules of the project form, for a whole department. */
export const hubeiDepartment: Profile = {
  id: 'hubei-department',
  form: 'department',
  name: { zh: '湖北省部门整体绩效自评表', en: 'Hubei department self-assessment' },
  titles: ['部门整体自评表', '部门整体绩效自评表'],
  basis: '湖北省部门整体绩效自评表及其备注（评分规则）',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'selfScore'],
  marks: {
    block: ['预算执行情况', '预算数（A）', '执行数（B）', '填报日期'],
    header: ['年初目标值', '实际完成值', '得分'],
    remarks: ['权重×B/A', '权重×A/B', '80%-50%', '50%-0%'],
    lacks: ['points', 'reviewScore', 'standard', 'definition', 'targetSign'],
    pointsIn: 'names',
  },
  policies: {
    executionPoints: '20',
    inverse: 'ratio',
    qualitativeBands: ['0.8', '0.5'],
    gradeBands: [],
  },
  rubric: [],
};
