/** A word of titles and link texts, and how much it speaks for (or against) a self-assessment. */
export type WeighedWord = { readonly word: string; readonly weight: number };

const words = (weight: number, list: string): readonly WeighedWord[] =>
  list.split(' ').map((word) => ({ word, weight }));

/**
 * Words as publishers use them (see `docs/crawling.md`). The names of the tables themselves weigh most; annual accounts
 * (决算) carry them as an annex; the columns in which they stand weigh little.
 */
export const usualWords: readonly WeighedWord[] = [
  ...words(6, '绩效自评 自评表 自评报告 自评情况 自评结果 自评得分 绩效评分'),
  ...words(5, '自评 项目支出绩效 整体支出绩效 专项资金绩效 绩效评价表 绩效评价指标'),
  ...words(4, '绩效评价 绩效报告 绩效情况 评价报告 评分表'),
  ...words(3, '决算 预算绩效 支出绩效 绩效信息'),
  ...words(2, '绩效 预决算 财政信息 财政资金 三公经费'),
  ...words(1, '财政 专项资金 信息公开 法定主动公开 资金 公开专栏 附件 附表'),
];

/** Words of what stands beside assessments and is none: target tables, budgets, appraisals of persons, tenders, rules. */
export const usualNotWords: readonly WeighedWord[] = [
  ...words(
    -9,
    '绩效目标申报 绩效目标批复 绩效目标表 绩效目标公开 目标申报表 目标批复表 绩效工资 绩效考核 绩效奖',
  ),
  ...words(-6, '招标 中标 采购公告 成交公告 招聘 录用 拍卖 面试'),
  ...words(-5, '任免 任前公示 预算表 预算草案 空表 模板 样表 填表说明 填报说明 操作手册'),
  ...words(
    -4,
    '部门预算 预算公开 单位预算 年度预算 解读 法规 管理办法 实施细则 培训 工作动态 新闻 视频 图片 领导',
  ),
  ...words(
    -2,
    '通知 会议 制度 指南 政策 问答 计划 规划 统计 天气 便民 互动 信箱 举报 登录 注册 搜索 网站地图',
  ),
];
