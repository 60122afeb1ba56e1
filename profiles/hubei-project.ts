import type { Profile } from '../model/profile.ts';

/**
 * Hubei project form: execution counts 20, and the points stand in the names of goals and levels only.
 * Several goals may each have a ratio of their own; the total is then the sum of goal scores times ratio.
 */
export const hubeiProject: Profile = {
  id: 'hubei-project',
  form: 'project',
  name: { zh: '湖北省项目自评表', en: 'Hubei project self-assessment' },
  titles: ['项目自评表', '项目绩效自评表'],
  basis: '湖北省项目绩效自评表及其备注（评分规则）',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'selfScore'],
  marks: {
    block: ['预算执行情况', '预算数（A）', '执行数（B）', '填报日期', '项目类别', '项目属性', '项目类型'],
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
