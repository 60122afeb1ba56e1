import type { Profile } from '../model/profile.ts';
import { ninetyEightySixty } from './grade-bands.ts';
import { nationalBlock, nationalHeader } from './national-wordings.ts';

/** The national project form with the points of level 1 in its names too: 产出指标（50分）. */
export const nationalProjectPointsInNames: Profile = {
  id: 'national-project-points-in-names',
  form: 'project',
  name: {
    zh: '项目支出绩效自评表（一级指标名称带分值）',
    en: 'national project self-assessment, points in the names',
  },
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
    pointsIn: 'both',
  },
  policies: {
    executionPoints: '10',
    qualitativeBands: ['0.8', '0.6'],
    gradeBands: ninetyEightySixty,
  },
  rubric: [],
};
