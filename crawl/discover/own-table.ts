import type { CheerioAPI } from 'cheerio';

/** Words of the head of an assessment, one of each group at least: what is scored, how much it is worth, what it got. */
const headWords: readonly RegExp[] = [
  /指标|项目名称|考核内容|评价内容|评分项/,
  /分值|权重|标准分|满分|权数|得分|自评分|完成值|实际完成|完成情况/,
];

const scoreWords = /得分|自评分|评分|实际完成|完成值|全年完成|完成情况/;

/** Fewest rows of a table that scores something. */
const leastRows = 4;

/** Whether a table of the page itself looks like a self-assessment, so that the page is a document. */
export function holdsAssessmentTable($: CheerioAPI): boolean {
  return $('table')
    .toArray()
    .some((element) => {
      const table = $(element);
      if (table.find('tr').length < leastRows || table.find('td, th').length < 3 * leastRows) return false;
      const text = table.text().replace(/[\s\u3000\u00a0]+/g, '');
      return headWords.every((words) => words.test(text)) && scoreWords.test(text);
    });
}
