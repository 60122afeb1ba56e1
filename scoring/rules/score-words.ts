/** Words in which 分, 扣 or 计 say nothing about scores. */
const harmless = new RegExp(
  [
    '部分|分别|分类|分解|分工|分项|分析|充分|十分|百分[比点之制]|分配|分管|区分|划分|处分|分局|分公司|分期|分批|分年|分季|分月|分级',
    '分散|分布|分支|分摊|分包|分户|细分|成分|水分|分院|分校|分中心|分阶段|分发|分送|分开|分辨|分子|分母|分红|分流|分拣|分离|分歧|过分|分行',
    '分立|学分|积分|分钟|分贝|公分|秒分|分析|分享|分担|分片|分组|分层|分步|分段|分为|缘分|身份|分数线|分区|分值表|分时|分办|分置|分值区间',
    '评分(?:标准|依据|细则|办法|表|方法|要点|说明|人|结果)|评分(?=[:,;。]|$)|绩效评分|自评分|得分(?:情况|依据|表|点)|计分(?:标准|办法|依据|表)|扣分(?:原因|情况|项|事项|依据|标准|说明)',
    '折扣|抵扣|代扣|扣缴|扣押|扣除物价|扣款|扣留',
  ].join('|'),
  'g',
);

const scoring =
  /(?<!获)[得扣计]\d|[得扣计记加减满给评]?\d*\.?\d*分|分值|扣|酌|满分|零分|减半|折半|加权|权重|封顶|一票否决|比例(?:计|得|扣)/;

/** Whether a text still speaks of scores once everything that was understood is gone from it. */
export function speaksOfScores(text: string): boolean {
  return scoring.test(text.replace(harmless, ' '));
}
