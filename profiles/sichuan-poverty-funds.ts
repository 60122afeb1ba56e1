import type { Profile } from '../model/profile.ts';

/** Sichuan funds against poverty and for rural revival: points stand before the target. */
export const sichuanPovertyFunds: Profile = {
  id: 'sichuan-poverty-funds',
  form: 'fund',
  name: { zh: '四川省财政衔接（扶贫）资金绩效目标自评表', en: 'Sichuan poverty funds self-assessment' },
  titles: ['财政衔接', '衔接资金', '扶贫资金'],
  basis: '四川省财政衔接（扶贫）资金绩效目标自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'points', 'selfScore', 'reason'],
  marks: {
    block: ['全年预算数（A）', '全年执行数（B）', '执行率（B/A）'],
    header: ['年度指标值', '全年实际值', '未完成原因及拟采取的改进措施'],
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
    executionPoints: '10',
    gradeBands: [],
  },
  rubric: [],
};
