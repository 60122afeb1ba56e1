import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import type { DecisionOf } from '../decision.ts';
import { describeCorrections } from '../describe-correction.ts';
import { describeCoverage } from '../describe-coverage.ts';
import { describeNothing, mayHideTable } from '../describe-nothing.ts';
import { describePlace } from '../describe-place.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { findingList, type Reviewed } from './finding-list.ts';
import { indicatorTable } from './indicator-table.ts';
import { html, type Insertable, type Markup } from './markup.ts';
import { totalBar } from './total-bar.ts';
import { verdictPanel } from './verdict-panel.ts';

export type ArticleSettings = { readonly words: Words; readonly decisionOf: DecisionOf | undefined };

/** A document with all its assessments; `id` is the anchor that the summary points to. */
export function documentArticle(
  result: CheckResult,
  id: string,
  { words, decisionOf }: ArticleSettings,
): Markup {
  const { labels } = words;
  const about = [words.statuses[result.status], result.mediaType, `${labels.sha256} ${result.sha256 ?? '–'}`];
  return html`<article id="${id}"><h2>${visibleLine(result.file)}</h2><p class="file">${about.filter((part) => part !== null).join(' · ')}</p>
${problem(result, words)}${result.assessments.map((assessment) => assessmentSection({ result, assessment, decisionOf }, words))}${noteList(result.notes, words)}
<details class="data"><summary>${labels.json}</summary><pre>${JSON.stringify(result, undefined, 1)}</pre></details>
</article>
`;
}

function problem(result: CheckResult, words: Words): Markup | undefined {
  const { status, error } = result;
  if (error !== null)
    return html`<div class="verdict is-bad"><p class="big bad">✗ ${words.statuses.unreadable}</p><p>${error.message} <code>${error.code}</code></p></div>`;
  if (status === 'no-assessment')
    return html`<div class="verdict"><p class="big">${mayHideTable(result) ? '?' : '–'} ${words.statuses[status]}</p><p>${describeNothing(result, words)}</p></div>`;
  return undefined;
}

function assessmentSection(reviewed: Reviewed, words: Words): Markup {
  const { assessment } = reviewed;
  const { labels } = words;
  const rowIds = assessment.indicators.map(({ id }) => id);
  const elsewhere = assessment.findings.filter(({ subject }) => !rowIds.includes(subject));
  const heading = assessment.title ?? assessment.project ?? assessment.unit ?? assessment.id;
  return html`<section class="assessment"><h3>${visibleLine(heading)}</h3>
${facts(assessment, words)}${verdictPanel(assessment, words)}${totalBar(assessment, words)}
<h4>${labels.findings} ${assessment.findings.length}</h4>${assessment.findings.length === 0 ? html`<p>${words.phrases.noFindings}</p>` : html`${findingList(elsewhere, reviewed, words)}${besideRows(assessment.findings.length - elsewhere.length, words)}`}
<h4>${labels.indicators}</h4>${indicatorTable(reviewed, words)}
${correctionList(assessment, words)}<h4>${labels.coverage}</h4><p>${describeCoverage(assessment, words)}</p>${noteList(assessment.notes, words)}</section>
`;
}

function besideRows(count: number, words: Words): Markup | undefined {
  return count === 0 ? undefined : html`<p class="soft">${words.phrases.besideRows(String(count))}</p>`;
}

function facts(assessment: ResultAssessment, words: Words): Markup {
  const { labels } = words;
  const pages = assessment.pages === null ? null : [...new Set(assessment.pages)].join('–');
  const list: readonly (readonly [string, Insertable])[] = [
    [labels.file, assessment.member?.name ?? null],
    [labels.unit, assessment.unit],
    [words.forms.project, assessment.project],
    [labels.year, assessment.year],
    [labels.form, words.forms[assessment.form]],
    [labels.framework, assessment.framework],
    [labels.pages, pages],
    [labels.budget, budgetText(assessment)],
  ];
  const given = list.filter(([, value]) => value !== null);
  return html`<dl class="facts">${given.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function budgetText({ budget }: ResultAssessment): string | null {
  if (budget === null || budget.total === null) return null;
  const parts = budget.parts.map(({ name, amount }) => `${visibleLine(name)} ${amount}`).join(' + ');
  return [budget.total, budget.unit ?? '', parts === '' ? '' : `(${parts})`].filter(Boolean).join(' ');
}

function correctionList(assessment: ResultAssessment, words: Words): Markup | undefined {
  const described = describeCorrections(assessment, words);
  if (described.length === 0) return undefined;
  return html`<h4>${words.decisions.labels.corrections} ${described.length}</h4><ul class="notes">${described.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function noteList(notes: CheckResult['notes'], words: Words): Markup | undefined {
  if (notes.length === 0) return undefined;
  return html`<h4>${words.labels.notes} ${notes.length}</h4><ul class="notes">${notes.map(
    ({ code, message, source }) =>
      html`<li>${message} <span class="meta">${source === null ? '' : `${describePlace(source, words)} · `}<code>${code}</code></span></li>`,
  )}</ul>`;
}
