import type { Profile } from '../model/profile.ts';

/** Chengdu review paper: the reviewer has an actual and a score of its own beside those of the unit. */
export const chengduReview: Profile = {
  id: 'chengdu-review',
  form: 'project',
  name: { zh: '成都市绩效自评复核表', en: 'Chengdu review of a self-assessment' },
  titles: ['绩效自评复核表'],
  basis: '成都市绩效自评复核表（工作底稿）',
  headers: {},
  columns: [
    'level1',
    'level2',
    'level3',
    'targetSign',
    'target',
    'targetUnit',
    'actual',
    'points',
    'selfScore',
    'reviewActual',
    'reviewScore',
  ],
  marks: {
    header: [
      '指标性质',
      '指标值',
      '计量单位',
      '权重',
      '自评完成值',
      '自评得分',
      '复核完成值',
      '复核得分',
      '复核指标偏差',
    ],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
