import type { Profile } from '../model/profile.ts';
import { nationalBlock, nationalHeader } from './national-wordings.ts';

/**
 * The national project form as Beijing prints it, with the person in charge and a telephone in its block.
 */
export const beijingProject: Profile = {
  id: 'beijing-project',
  form: 'project',
  name: { zh: '北京市项目支出绩效自评表', en: 'Beijing project self-assessment' },
  titles: ['项目支出绩效自评表'],
  basis: '北京市部门决算 第四部分 部门绩效评价情况',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    block: [...nationalBlock, '项目负责人', '联系电话'],
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
    regions: ['北京市'],
  },
  policies: {
    executionPoints: '10',
    qualitativeBands: ['0.8', '0.6'],
    gradeBands: [],
  },
  rubric: [],
};
