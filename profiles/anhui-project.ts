import type { Profile } from '../model/profile.ts';
import { nationalBlock, nationalHeader } from './national-wordings.ts';

/** Anhui project form: national columns; only the place tells it from the national form. */
export const anhuiProject: Profile = {
  id: 'anhui-project',
  form: 'project',
  name: { zh: '安徽省项目支出绩效自评表', en: 'Anhui project self-assessment' },
  titles: ['项目支出绩效自评表'],
  basis: '安徽省预算管理一体化系统 项目支出绩效自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    block: nationalBlock,
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
    executionPoints: '10',
    qualitativeBands: ['0.8', '0.6'],
    gradeBands: [],
  },
  rubric: [],
};
