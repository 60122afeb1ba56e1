import { assessmentFile, type Format, formats, otherFile } from './test-documents.ts';

export type TestFile = {
  readonly label: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly holds: 'report' | 'other';
};

export type TestArticle = {
  readonly id: number;
  readonly title: string;
  readonly date: string;
  /** The article's own text is a self-assessment. */
  readonly tableSeed: number | undefined;
  readonly files: readonly TestFile[];
};

const units = [
  '青石县教育局',
  '云岭区民政局',
  '临江市水利局',
  '白塔街道办事处',
  '松溪镇人民政府',
  '北湖区残联',
  '县档案馆',
  '市场监管局',
];

/** Articles of a site: about half of them say something of self-assessments, with files under telling and dull names. */
export async function makeArticles(seed: number, count: number): Promise<readonly TestArticle[]> {
  const articles: TestArticle[] = [];
  for (let index = 0; index < count; index += 1) articles.push(await makeArticle(seed + index, index));
  return articles;
}

async function makeArticle(seed: number, index: number): Promise<TestArticle> {
  const make = makers[index % makers.length] ?? plainNews;
  const made = await make(units[seed % units.length] ?? '', seed);
  const day = String(1 + (index % 27)).padStart(2, '0');
  return { id: 4000 + index, date: `2024-08-${day}`, tableSeed: undefined, ...made };
}

type Made = Pick<TestArticle, 'title' | 'files'> & { readonly tableSeed?: number };

const formatOf = (seed: number): Format => formats[seed % formats.length] ?? 'docx';

async function report(label: string, seed: number, format = formatOf(seed)): Promise<TestFile> {
  return { label, format, bytes: await assessmentFile(format, seed), holds: 'report' };
}

const other = (label: string, seed: number): TestFile => ({
  label,
  format: 'docx',
  bytes: otherFile(seed),
  holds: 'other',
});

const plainNews = async (unit: string, seed: number): Promise<Made> => ({
  title: `${unit}召开第${seed % 9}次工作会议`,
  files: [],
});

/** Titles and link texts as they are published; the last name of a file often says nothing. */
const makers: readonly ((unit: string, seed: number) => Promise<Made>)[] = [
  async (unit, seed) => ({
    title: `${unit}2023年度项目支出绩效自评结果公开`,
    files: [
      await report('附件1：项目支出绩效自评表', seed),
      await report('附件2', seed + 1),
      other('2024年项目绩效目标申报表.docx', seed),
    ],
  }),
  plainNews,
  async (unit, seed) => ({
    title: `${unit}2023年度部门决算公开`,
    files: [
      await report('2023年度部门决算公开文本（含绩效自评）', seed, 'pdf'),
      other('2024年部门预算表.docx', seed),
    ],
  }),
  async (unit, seed) => ({
    title: `${unit}关于采购办公设备的招标公告`,
    files: [other('招标文件.docx', seed)],
  }),
  async (unit, seed) => ({ title: `${unit}2023年部门整体支出绩效自评表`, files: [], tableSeed: seed }),
  async (unit, seed) => ({ title: `${unit}2024年部门预算公开`, files: [other('部门预算公开表.docx', seed)] }),
  async (unit, seed) => ({
    title: `${unit}关于公开2023年度绩效评价报告的通知`,
    files: [await report('点击下载', seed), await report('部门整体支出绩效自评表', seed + 3)],
  }),
  async (unit, seed) => ({ title: `${unit}公开招聘编外人员公告`, files: [other('岗位表.docx', seed)] }),
  async (unit) => ({ title: `${unit}2023年政府信息公开工作年度报告`, files: [] }),
  async (unit, seed) => ({ title: `${unit}干部绩效考核办法`, files: [other('考核表.docx', seed)] }),
];
