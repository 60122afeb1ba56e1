import type { Profile } from '../model/profile.ts';

/** Guangdong province and its cities: 履职效能 50 and 管理效率 50 in the layout of the Guangzhou form. */
export const guangdongDepartment: Profile = {
  id: 'guangdong-department',
  form: 'department',
  name: { zh: '广东省部门整体支出绩效自评表', en: 'Guangdong department self-assessment' },
  titles: ['部门整体支出绩效自评表'],
  basis: '广东省及各市部门整体支出绩效自评指标体系',
  headers: {},
  columns: [
    'level1',
    'level1Points',
    'level2',
    'level2Points',
    'level3',
    'points',
    'definition',
    'standard',
    'selfScore',
    'evidence',
    'material',
  ],
  marks: {
    header: ['指标解释', '评分标准', '评分依据、未达标原因、改进措施', '参考佐证材料名称'],
    names: ['履职效能', '管理效率'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
