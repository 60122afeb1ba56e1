import type { Profile } from '../model/profile.ts';
import { ninetyEightySixty } from './grade-bands.ts';
import { nationalBlock, nationalHeader } from './national-wordings.ts';

/**
 * 项目支出绩效自评表 of the Ministry of Finance: points and scores in columns, execution 10 points in the funds block.
 * Bands of the grade and of qualitative rows are those of the national rules, which leave inverse and "=" targets open.
 */
export const nationalProject: Profile = {
  id: 'national-project',
  form: 'project',
  name: { zh: '项目支出绩效自评表（财预〔2020〕10号）', en: 'national project self-assessment' },
  titles: ['项目支出绩效自评表'],
  basis: '财政部 财预〔2020〕10号 附件 项目支出绩效自评表',
  years: { from: 2019 },
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
    pointsIn: 'column',
  },
  policies: {
    executionPoints: '10',
    qualitativeBands: ['0.8', '0.6'],
    gradeBands: ninetyEightySixty,
  },
  rubric: [],
};
