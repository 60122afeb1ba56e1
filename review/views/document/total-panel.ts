import type { ResultAssessment } from '../../../model/result.ts';
import { describeImplied, describeTotal, verdictSigns } from '../../../reports/describe-total.ts';
import { html, type Insertable, type Markup } from '../../../reports/html/markup.ts';
import { panelTone } from '../../../reports/html/tones.ts';
import { totalBar } from '../../../reports/html/total-bar.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { Words } from '../../../reports/words/words.ts';

/** Whose table it is. */
export function assessmentFacts(assessment: ResultAssessment, words: Words): Markup {
  const { labels } = words;
  const list: readonly (readonly [string, Insertable])[] = [
    [labels.file, assessment.member && visibleLine(assessment.member.name)],
    [labels.unit, assessment.unit],
    [words.forms.project, assessment.project],
    [labels.year, assessment.year],
    [labels.form, words.forms[assessment.form]],
    [labels.framework, assessment.framework ?? assessment.profile],
  ];
  const given = list.filter(([, value]) => value !== null && value !== undefined);
  return html`<dl class="facts">${given.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

type TotalContext = {
  readonly words: Words;
  readonly key: string;
  /** What stands before a row's id in its name on both sides. */
  readonly rowsAs: string;
  readonly correctable: Insertable;
};

/** The total: printed against recomputed, and how the rows build it. `key` names the total on both sides of the page. */
export function totalPanel(
  assessment: ResultAssessment,
  { words, key, rowsAs, correctable }: TotalContext,
): Markup {
  const { total, grade } = assessment;
  const implied = describeImplied(assessment, words);
  const gradeParts = [
    words.gradeVerdicts[grade.verdict],
    grade.printed === null ? '' : `${words.labels.printed} ${visibleLine(grade.printed)}`,
    grade.expected === null ? '' : `${words.labels.expected} ${grade.expected}`,
    words.gradeBands[grade.bands],
  ];
  return html`<div class="verdict is-${panelTone(assessment)}" data-row="${key}" tabindex="-1"><p class="big">${words.labels.total} ${verdictSigns[total.verdict]} ${words.totalVerdicts[total.verdict]}</p><p>${describeTotal(assessment, words)} ${correctable}</p>${implied === undefined ? undefined : html`<p>${implied}</p>`}${total.reading === null || total.verdict === 'agrees' ? undefined : html`<p>${words.labels.countedBy}${words.colon}${total.reading}</p>`}<p class="soft">${words.labels.grade}${words.colon}${gradeParts.filter(Boolean).join(' · ')}</p></div>${totalBar(assessment, words, rowsAs)}`;
}
