import type { Note } from '../model/note.ts';
import { note } from '../model/outcome-channels.ts';
import type { Line } from './line.ts';

/** The words that a table of scores cannot do without; a document that has all of them and gave no assessment hides one. */
const wordsOfTables: readonly RegExp[] = [
  /自评|绩效评价|绩效评分/,
  /分值|权重|标准分|得\d+分|[(（]\d+分[)）]/,
  /得分|自评分/,
  /[一二三]级指标|评分标准|指标值|目标值|完成值|考核内容|评价标准|评价指标/,
];

/** Silence would look like "no assessment in it": says that one may be there and was not read. */
export function noteUnreadTable(lines: readonly Line[]): readonly Note[] {
  // Joined, for a word may be broken over two lines.
  const words = lines
    .map((line) => (line.kind === 'prose' ? line.key : line.cells.map(({ key }) => key).join('')))
    .join('');
  if (!wordsOfTables.every((word) => word.test(words))) return [];
  const message = {
    zh: '文中有自评表的字样（指标、分值、得分），但未能读出表格；请人工查看，或换用原始的 PDF、Word、Excel 文件',
    en: 'words of a self-assessment table (indicators, points, scores) are there, but no table could be read; please look at it, or use the original PDF, Word or Excel file',
  };
  return [note('document/table-not-read', message)];
}
