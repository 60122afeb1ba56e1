import type { ResultAssessment } from '../../model/result.ts';
import { describeImplied, describeTotal, verdictSigns } from '../describe-total.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { html, type Insertable, type Markup } from './markup.ts';
import { panelTone } from './tones.ts';

/** What only the pages of the review add: the name that the total goes by on both sides, and what one can do about it. */
type OnPage = { readonly key: string; readonly beside: Insertable };

/** The total, printed against recomputed, the way of counting that holds, and the grade. */
export function verdictPanel(assessment: ResultAssessment, words: Words, page?: OnPage): Markup {
  const { total, grade } = assessment;
  const implied = describeImplied(assessment, words);
  const gradeParts = [
    words.gradeVerdicts[grade.verdict],
    grade.printed === null ? '' : `${words.labels.printed} ${visibleLine(grade.printed)}`,
    grade.expected === null ? '' : `${words.labels.expected} ${grade.expected}`,
    words.gradeBands[grade.bands],
  ];
  const named = page && html` data-row="${page.key}" tabindex="-1"`;
  return html`<div class="verdict is-${panelTone(assessment)}"${named}><p class="big">${words.labels.total} ${verdictSigns[total.verdict]} ${words.totalVerdicts[total.verdict]}</p><p>${describeTotal(assessment, words)}${page && html` ${page.beside}`}</p>${implied === undefined ? undefined : html`<p>${implied}</p>`}${total.reading === null || total.verdict === 'agrees' ? undefined : html`<p>${words.labels.countedBy}${words.colon}${total.reading}</p>`}<p class="soft">${words.labels.grade}${words.colon}${gradeParts.filter(Boolean).join(' · ')}</p></div>`;
}
