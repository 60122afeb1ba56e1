import type { Language } from '../../model/localized.ts';

/** What the formal report says beside what every report says. */
export type FormalWords = {
  readonly title: string;
  readonly number: string;
  readonly sections: Readonly<Record<'documents' | 'method' | 'outcome' | 'limits' | 'signatures', string>>;
  /** A section's heading with its number, from 1. */
  readonly section: (number: number, name: string) => string;
  /** A part of the section of outcomes. */
  readonly part: (number: number, name: string) => string;
  readonly method: (engine: string) => readonly string[];
  readonly limits: readonly string[];
  readonly labels: Readonly<
    Record<
      | 'number'
      | 'source'
      | 'fetchedAt'
      | 'conclusion'
      | 'rows'
      | 'sum'
      | 'reviewers'
      | 'reviewer'
      | 'reviewDate'
      | 'head'
      | 'headDate'
      | 'seal',
      string
    >
  >;
  readonly opening: (documents: string, assessments: string) => string;
  readonly gradeAgainst: (printed: string, expected: string) => string;
  readonly signHere: string;
  readonly dateHere: string;
  readonly withoutDetails: (count: string) => string;
};

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals; beyond, as it is. */
function inChinese(number: number): string {
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = numerals[(number % 10) - 1] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : numerals[tens - 1]}十${ones}`;
}

export const formalWords: Readonly<Record<Language, FormalWords>> = {
  zh: {
    title: '绩效自评表复核报告',
    number: '编号：',
    sections: {
      documents: '复核对象',
      method: '复核方法',
      outcome: '复核结果',
      limits: '覆盖范围与局限',
      signatures: '签署',
    },
    section: (number, name) => `${inChinese(number)}、${name}`,
    part: (number, name) => `（${inChinese(number)}）${name}`,
    method: (engine) => [
      `本次复核使用 fuhe（版本 ${engine}），按自评表自身所列的评分标准、年度指标值、实际完成值和资金数字逐行重算得分，并核对得分合计、分值合计、等级和资金。`,
      '全部数字按十进制精确计算，不设容差；凡四舍五入可以解释的差异，不列为不符。每项疑点均列明填报数、重算数和在原件中的位置，可逐项回查。',
    ],
    limits: [
      '“未复核”指尚无人员对该项疑点作出意见；疑点是否成立，以复核人员核对原件后的意见为准。',
      '本报告的依据是“复核对象”中列明 SHA-256 的文件本身；文件内容变更后，本报告不再适用。',
    ],
    labels: {
      number: '序号',
      source: '来源',
      fetchedAt: '获取时间',
      conclusion: '结论',
      rows: '逐行复算',
      sum: '合计',
      reviewers: '作出复核意见的人员',
      reviewer: '复核人（签字）',
      reviewDate: '复核日期',
      head: '负责人（签字）',
      headDate: '日期',
      seal: '单位（盖章）',
    },
    opening: (documents, assessments) => `本次复核文件 ${documents} 份，读出自评表 ${assessments} 张。`,
    gradeAgainst: (printed, expected) => `填报等级“${printed}”，按总分应为“${expected}”`,
    signHere: '＿＿＿＿＿＿＿＿＿＿',
    dateHere: '＿＿＿＿年＿＿月＿＿日',
    withoutDetails: (count) =>
      `另有 ${count} 张自评表只列于“复核对象”，其明细未收入本报告；明细见同批导出的表格。`,
  },
  en: {
    title: 'Review of self-assessment tables',
    number: 'No. ',
    sections: {
      documents: 'Documents',
      method: 'Method',
      outcome: 'Outcome',
      limits: 'Coverage and limits',
      signatures: 'Signatures',
    },
    section: (number, name) => `${number}. ${name}`,
    part: (number, name) => `(${number}) ${name}`,
    method: (engine) => [
      `Scores were recomputed row by row with fuhe (version ${engine}) from the scoring standards, targets, results and amounts that the tables print themselves; sums of scores and points, grades and amounts were compared.`,
      'All figures are exact decimals without any tolerance; a difference that rounding explains is not listed. Each finding names the printed figure, the recomputed figure and the place in the original.',
    ],
    limits: [
      '“Not reviewed” means that nobody has decided about the finding yet; whether it holds is for the reviewers to say after a look at the original.',
      'This report rests on the files whose SHA-256 is listed under “Documents”; it does not apply to a file that has changed since.',
    ],
    labels: {
      number: 'No.',
      source: 'Source',
      fetchedAt: 'Fetched at',
      conclusion: 'Conclusion',
      rows: 'Row by row',
      sum: 'Sum',
      reviewers: 'Reviewers',
      reviewer: 'Reviewer (signature)',
      reviewDate: 'Date of review',
      head: 'Responsible (signature)',
      headDate: 'Date',
      seal: 'Unit (seal)',
    },
    opening: (documents, assessments) =>
      `${documents} file(s) with ${assessments} assessment(s) were reviewed.`,
    gradeAgainst: (printed, expected) => `printed grade “${printed}”, by the total “${expected}”`,
    signHere: '____________',
    dateHere: '____________',
    withoutDetails: (count) =>
      `${count} more assessment(s) are listed under “Documents” only; their details are in the tables exported with this report.`,
  },
};
