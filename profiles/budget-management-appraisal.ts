import type { Profile } from '../model/profile.ts';

/** Spreadsheet of an appraisal of budget management: of two rows marked 二者择其一 one is scored. */
export const budgetManagementAppraisal: Profile = {
  id: 'budget-management-appraisal',
  form: 'other',
  name: { zh: '预算管理考核表', en: 'budget management appraisal' },
  titles: ['预算管理考核'],
  basis: '预算管理考核表（电子表格导出）',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'definition', 'target', 'standard', 'points', 'selfScore'],
  marks: {
    header: ['考核内容', '考核指标', '年度工作目标', '权数', '考评得分'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
