import { bareKey, matchKey } from '../text/fold.ts';

/** What a label of the header block names; several labels of one field stand in falling order of trust. */
export type FormField = 'unit' | 'project' | 'department' | 'year' | 'total' | 'grade' | 'title' | 'other';

const labels: readonly (readonly [FormField, readonly string[]])[] = [
  [
    'unit',
    [
      '部门名称',
      '单位名称',
      '部门单位名称',
      '部门/单位名称',
      '实施单位',
      '项目实施单位',
      '项目单位',
      '预算单位',
      '填报单位',
      '实施单位盖章',
      '单位',
      '项目承担单位',
      '申报单位',
      '自评单位',
      '部门',
      '预算部门',
      '部门预算单位',
      '填报部门',
      '用款单位',
      '项目使用单位',
      '编制单位',
      '单位盖章',
      '被评价单位',
      '项目实施单位盖章',
      '自评单位盖章',
      '填报单位盖章',
      '部门单位',
      '预算部门单位名称',
      '评价单位',
      '预算单位名称',
      '单位全称',
    ],
  ],
  [
    'project',
    [
      '项目名称',
      '专项资金名称',
      '专项名称',
      '资金名称',
      '项目支出名称',
      '政策和项目名称',
      '政策名称',
      '专项支出名称',
      '项目资金名称',
    ],
  ],
  [
    'department',
    [
      '主管部门',
      '主管单位',
      '预算主管部门',
      '县级主管部门',
      '项目主管部门',
      '市级主管部门',
      '省级主管部门',
      '区级主管部门',
      '主管预算单位',
      '主管部门及代码',
      '一级预算单位',
      '资金主管部门',
    ],
  ],
  [
    'year',
    [
      '年度',
      '预算年度',
      '自评年度',
      '评价年度',
      '项目年度',
      '所属年度',
      '会计年度',
      '财政年度',
      '填报年度',
      '评价年份',
      '预算执行年度',
    ],
  ],
  [
    'total',
    [
      '自评总分',
      '总分',
      '合计得分',
      '自评总得分',
      '总得分',
      '项目总体评价得分',
      '综合得分',
      '自评得分合计',
      '综合评分',
      '绩效自评总分',
      '自评总分值',
      '自评结果得分',
      '自评综合得分',
      '绩效自评得分',
      '自评总评分',
      '总体评价得分',
      '合计',
      '总计',
      '总评分',
      '总分值',
      '得分合计',
      '自评分合计',
      '自评得分',
      '自评分数',
      '自评分',
      '评价得分',
      '评价总分',
      '评价总得分',
      '考核总分',
      '考评总分',
    ],
  ],
  [
    'grade',
    [
      '评价等级',
      '自评等级',
      '绩效等级',
      '绩效自评等级',
      '等级',
      '评价结果',
      '自评结果',
      '评价结论等级',
      '绩效评价等级',
      '自评结论',
      '评定等级',
      '综合评价等级',
      '评级',
      '自评评价等级',
      '绩效评级',
      '评价等次',
      '自评等次',
      '绩效等次',
    ],
  ],
  [
    'other',
    [
      '单位数',
      '年度整体绩效目标',
      '整体绩效目标完成情况',
      '未能完成原因',
      '年度部门预算情况',
      '联系电话',
      '联系人',
      '项目负责人',
      '负责人及电话',
      '项目负责人及电话',
      '负责人',
      '部门联系人',
      '填报日期',
      '填报人',
      '评价日期',
      '填表人',
      '填表日期',
      '项目类别',
      '项目属性',
      '项目类型',
      '年度总体目标',
      '预期目标',
      '总体目标',
      '年度绩效目标',
      '项目资金',
      '预算执行情况',
      '部门基本情况',
      '项目基本情况',
      '预算编码',
      '项目编码',
      '评价方式',
      '评价机构',
      '报告日期',
      '资金来源',
      '预算情况',
      '财务负责人',
      '单位负责人',
      '项目起止时间',
      '实施期限',
      '电话',
      '资金用途',
      '单位领导审签',
      '人员编制',
      '实有人数',
      '项目年度目标',
      '年度目标完成情况',
      '是否为经常性项目',
      '自评时间',
      '具体实施处室',
      '整体绩效目标',
      '金额单位',
      '部门基本信息',
      '基本信息',
      '填报人电话',
      '编制人数',
      '项目周期',
      '项目编号',
      '项目代码',
      '年初绩效目标',
      '全年目标实际完成情况',
      '实际完成情况',
      '公开时间',
    ],
  ],
];

const byKey = new Map<string, FormField>();
const rank = new Map<string, number>();
for (const [field, words] of labels) {
  words.forEach((word, index) => {
    byKey.set(word, field);
    rank.set(word, index);
  });
}

export type Label = { readonly field: FormField; readonly key: string; readonly rank: number };

/** Forms repeat their labels, and each is asked for several times. Bounded for memory. */
const mostKept = 5000;
const kept = new Map<string, Label | 'none'>();

/** The label that a cell or the part of a line before its colon is, if it is one. */
export function readLabel(text: string): Label | undefined {
  if (text.length > 40) return undefined;
  const known = kept.get(text);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const label = lookUp(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, label ?? 'none');
  return label;
}

function lookUp(text: string): Label | undefined {
  const bare = bareKey(text);
  for (const key of [bare, matchKey(text)]) {
    const field = byKey.get(key);
    if (field !== undefined) return { field, key, rank: rank.get(key) ?? 0 };
  }
  return undefined;
}

/** Splits `label：value` where the part before the colon is a known label. */
export function splitLabelled(text: string): { readonly label: Label; readonly value: string } | undefined {
  const at = text.search(/[：:]/);
  if (at <= 0 || at > 30) return undefined;
  const label = readLabel(text.slice(0, at));
  return label === undefined ? undefined : { label, value: text.slice(at + 1).trim() };
}

/** Is this the title of an assessment form? */
export function isFormTitle(text: string): boolean {
  const key = matchKey(text);
  if (key.length > 60 || key.length < 4 || /[。；;]/.test(text)) return false;
  if (/^(?:注|备注|说明|附注|填表说明)/.test(key) || /见附件|根据|填报说明|如下/.test(key)) return false;
  return (
    /(?:自评|评价|评分|复核|考核|得分|绩效目标).{0,14}表|绩效自评|自我评价表|自评价?报告/.test(key) &&
    !/[|｜]/.test(text)
  );
}
