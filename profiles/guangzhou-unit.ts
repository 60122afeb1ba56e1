import type { Profile } from '../model/profile.ts';
import { ninetyEightySixty } from './grade-bands.ts';

/**
 * The Guangzhou form for a single unit, or for a department whose rows are not those of a known rubric.
 * That units have a twin of the department form is general knowledge; it only serves to recognise the form.
 */
export const guangzhouUnit: Profile = {
  id: 'guangzhou-unit',
  form: 'department',
  name: { zh: '广州市单位整体支出绩效自评表', en: 'Guangzhou unit self-assessment' },
  titles: ['单位整体支出绩效自评表'],
  basis: '广州市财政局部门（单位）整体支出绩效自评表',
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
    block: ['年度整体绩效目标', '整体绩效目标完成情况', '未能完成原因', '年度部门预算情况', '事业发展支出'],
    header: ['指标解释', '评分标准', '评分依据、未达标原因、改进措施', '参考佐证材料名称'],
    names: ['履职效能', '管理效率'],
  },
  policies: {
    gradeBands: ninetyEightySixty,
  },
  rubric: [],
};
