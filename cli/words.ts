import type { Localized } from '../model/localized.ts';

/** What the command line says about itself. */
export const helpWords = {
  program: {
    zh: '复核公开的绩效自评表：逐行重算得分、合计与等级，指出填报数不一致之处',
    en: 'recomputes published self-assessment tables and reports where printed figures disagree',
  },
  check: { zh: '复核文件、文件夹、通配符或网址', en: 'check files, folders, globs or web pages' },
  paths: {
    zh: '文件、文件夹（含下级）、通配符，或网页地址（连同附件）',
    en: 'files, folders (recursive), globs, or addresses of pages (with their files)',
  },
  explain: { zh: '解释一个疑点代码；不带代码则列出全部', en: 'explain a finding code, or list all' },
  code: { zh: '疑点代码，如 total/mismatch', en: 'a code such as total/mismatch' },
  tables: { zh: '按原样列出文件中的表格', en: 'show the tables of files as drawn' },
  noJoin: { zh: '跨页表格不合并', en: 'leave tables that continue over pages apart' },
  draw: { zh: '把每页的表格线与单元格画成 SVG', en: 'draw lines and cells of each page as SVG' },
  schema: { zh: '输出结果行的 JSON Schema', en: 'print the JSON Schema of a result line' },
  format: { zh: '标准输出的格式', en: 'format of standard output' },
  out: {
    zh: '另存 index.html、findings.xlsx、findings.csv、results.ndjson',
    en: 'also write the reports to this folder',
  },
  report: {
    zh: '与 --out 同用：另存复核报告 report.docx（含签署栏）',
    en: 'with --out: also write the formal report, report.docx',
  },
  ocr: { zh: '文字识别：按需、总是、从不', en: 'text recognition of page images' },
  lang: { zh: '语言', en: 'language of messages' },
  jobs: { zh: '同时处理的文件数（默认为处理器核数）', en: 'files at once (default: cores)' },
  failOn: { zh: '有此级别以上疑点时退出码为 1', en: 'exit 1 on findings of this severity' },
  generic: { zh: '不用已知表样的指标库', en: 'read without the rubrics of known forms' },
  verbose: { zh: '每份文件都列出全部细节', en: 'full detail for every document' },
  help: { zh: '显示帮助', en: 'show this help' },
  version: { zh: '显示版本', en: 'show the version' },
  statuses: {
    zh: '退出码：0 全部读取；1 有 --fail-on 所指级别的疑点；2 有文件无法读取或调用有误',
    en: 'exit status: 0 all read; 1 findings (--fail-on); 2 a file unreadable, or a wrong call',
  },
} as const satisfies Record<string, Localized>;

/** Both languages on one line, Chinese first. */
export function both({ zh, en }: Localized): string {
  return `${zh} · ${en}`;
}
