import type { Profile } from '../model/profile.ts';
import { nationalHeader } from './national-wordings.ts';

/**
 * Project form of finance subsystems of universities and institutes: one budget column, every funds row may be scored.
 */
export const instituteProject: Profile = {
  id: 'institute-project',
  form: 'project',
  name: { zh: '财务系统项目支出绩效自评表', en: 'institute project self-assessment' },
  titles: ['项目支出绩效自评表'],
  basis: '财务子系统 项目支出绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    block: ['预算数', '全年执行数', '年度资金总额', '财政拨款', '其他资金'],
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
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
