import type { Profile } from '../model/profile.ts';

/**
 * Hunan department form: points at three levels, a standard for each row, scored without target and actual.
 * The names of level 1 follow the general framework of department evaluations; they only serve to recognise the form.
 */
export const hunanDepartment: Profile = {
  id: 'hunan-department',
  form: 'department',
  name: { zh: '湖南省部门整体支出绩效评价指标评分表', en: 'Hunan department evaluation scores' },
  titles: ['整体支出绩效评价指标评分表', '整体支出绩效评价指标表', '整体支出绩效自评评分表'],
  basis: '湖南省部门整体支出绩效评价指标评分表',
  headers: {},
  columns: ['level1', 'level1Points', 'level2', 'level2Points', 'level3', 'points', 'standard', 'selfScore'],
  marks: {
    names: ['投入', '过程', '产出', '效果'],
    lacks: ['material', 'target', 'actual', 'reviewScore'],
    pointsIn: 'column',
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
