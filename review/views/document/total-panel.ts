import type { ResultAssessment } from '../../../model/result.ts';
import { html, type Insertable, type Markup } from '../../../reports/html/markup.ts';
import { totalBar } from '../../../reports/html/total-bar.ts';
import { verdictPanel } from '../../../reports/html/verdict-panel.ts';
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
  return html`${verdictPanel(assessment, words, { key, beside: correctable })}${totalBar(assessment, words, rowsAs)}`;
}
