import type { Profile } from '../model/profile.ts';
import { nationalHeader } from './national-wordings.ts';

/**
 * Anhui department form: points stand before the target. Hefei scores execution as an ordinary row, so no points
 * are stated for it.
 */
export const anhuiDepartment: Profile = {
  id: 'anhui-department',
  form: 'department',
  name: { zh: '安徽省部门整体支出绩效自评表', en: 'Anhui department self-assessment' },
  titles: ['整体支出绩效自评表'],
  basis: '安徽省预算管理一体化系统 部门整体支出绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    header: nationalHeader,
    lacks: [
      'targetSign',
      'targetUnit',
      'initialTarget',
      'definition',
      'standard',
      'evidence',
      'deduction',
      'reviewScore',
      'level1Points',
      'level2Points',
    ],
    regions: ['安徽省', '合肥市'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
