/** Labels above the indicators of the national project form, which several provinces keep. */
export const nationalBlock = [
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '当年财政拨款',
  '上年结转资金',
  '预期目标',
  '实际完成情况',
] as const;

/** Header cells of its indicators that other forms word differently. */
export const nationalHeader = ['年度指标值', '实际完成值', '偏差原因分析及改进措施'] as const;
