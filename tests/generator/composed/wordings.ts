/**
 * What forms call their columns, totals and subtotals. Gathered apart from the reader's own lists, so that a wording which the
 * reader lacks shows.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const columnWordings = {
  ordinal: words('序号 编号 行次'),
  level1: words('一级指标 指标类别 一级 指标类型 一级指标名称 指标分类'),
  level2: words('二级指标 二级 指标内容 二级指标名称'),
  level3: words('三级指标 三级 指标名称 三级指标名称'),
  /** The rows' own names, by how many levels stand above them. */
  nameUnder1: words('二级指标 指标名称 具体指标 绩效指标'),
  nameUnder2: words('三级指标 三级 指标名称 绩效指标 三级指标名称 具体指标 指标'),
  nameUnder3: words('四级指标 四级 四级指标名称'),
  points:
    words(`分值 权重 标准分 满分 权数 分数 权重（分） 参考分值 指标分值 分值（分） 分值权重 指标权重 满分值 设定分值 标准分值 权重分
    应得分 基准分 赋分 规定分值 考核分值 权重分值`).concat('分 值'),
  percentPoints: words('权重（%） 权重% 指标权重（%） 权重'),
  score:
    words(`得分 自评得分 自评分 评分 单位自评得分 实得分 得分情况 自评分数 自评分值 本单位自评得分 自评得分（分） 考核得分 评价得分 打分
    得分（分） 实际得分 自我评分 部门自评分 最终得分 评分结果 自评打分 综合得分 年度得分 自评结果得分 考评得分 自查得分`).concat(
      '得 分',
    ),
  reviewScore: words('复核得分 评价得分（财政） 主管部门评分 财政评分 复评得分 审核得分 主管部门复核得分'),
  target:
    words(`年度指标值 指标值 目标值 年初目标值 计划指标值 绩效目标值 年初设定值 年初指标值 预期指标值 年度目标值 计划完成值 预期目标
    年初设定目标值 绩效指标值 全年目标值`),
  actual:
    words(`实际完成值 完成值 全年完成值 全年实际完成值 实际完成情况 年末完成值 完成情况 指标完成情况 实际值 实际完成指标值 目标完成情况
    执行完成值 全年完成情况 年度完成值 实绩`),
  reason:
    words(`偏差原因分析及改进措施 未完成原因分析 扣分原因 备注 未完成原因及拟采取的改进措施 偏差原因 得分说明 扣分原因及改进措施 自评说明
    评分依据 未达标原因 说明 未完成原因及改进措施 偏离原因`),
  standard: words(
    '评分标准 评价标准 计分标准 评分规则 评分办法 评分细则 打分标准 计分办法 评价要点及评分标准',
  ),
  definition: words('指标解释 指标说明 指标内涵 指标释义 评价要点 考核内容'),
} as const;

export const totalWordings = words(
  '总分 合计 总计 自评总分 得分合计 总得分 自评得分合计 综合得分 总评分 合计得分 总分值 自评合计',
).concat('总 分', '合 计');

export const topTotalWordings = words('自评得分 自评总分 总得分 自评总得分');

/** `…` stands for the level. */
export const subtotalWordings = words('小计 合计 …小计').concat('小  计');

export const sideWordings = words('绩效指标 年度绩效指标 绩效指标完成情况').concat('绩 效 指 标');

export const titleWordings = {
  project: words('项目支出绩效自评表 项目绩效自评表 财政支出项目绩效自评表 项目支出绩效自评情况表'),
  department: words('部门整体支出绩效自评表 部门整体绩效自评表 单位整体支出绩效自评表'),
} as const;

export const fundsWordings = words('项目资金（万元） 预算执行情况（万元） 资金情况（万元）');

export const remarkWordings: readonly string[] = [
  '注：1.得分一档最高不能超过该指标分值上限。2.定性指标根据完成情况分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档。',
];
