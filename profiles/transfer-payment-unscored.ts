import type { Profile } from '../model/profile.ts';

/**
 * Self-assessment of targets of special and transfer funds: what was planned and reached, without points or scores.
 * That the transfer-payment form has this layout is general knowledge; it only serves to recognise the form.
 */
export const transferPaymentUnscored: Profile = {
  id: 'transfer-payment-unscored',
  form: 'fund',
  name: { zh: '专项（转移支付）资金绩效目标自评表（不计分）', en: 'fund self-assessment without scores' },
  titles: ['专项资金绩效目标自评表', '专项资金绩效自评表', '转移支付'],
  basis: '县级专项资金绩效目标自评表；转移支付区域（项目）绩效目标自评表',
  headers: {},
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'reason'],
  marks: {
    block: ['全年预算数（A）', '全年执行数（B）', '执行率（B/A）', '年初设定目标', '全年实际完成情况'],
    header: ['年度指标值', '全年完成值', '未完成原因和改进措施'],
    lacks: ['points', 'selfScore'],
  },
  policies: {
    gradeBands: [],
  },
  rubric: [],
};
