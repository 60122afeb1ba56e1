import type { ResultAssessment, ResultIndicator } from '../../model/result.ts';
import { describePlace } from '../describe-place.ts';
import { describeRecomputed } from '../describe-row.ts';
import { nameOf } from '../describe-total.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { findingList, type Reviewed } from './finding-list.ts';
import { html, type Markup } from './markup.ts';
import { toneOfRow } from './tones.ts';

/** A text longer than this, in characters, is shown from its beginning; the whole stands in the result data. */
const longestText = 3000;

/** Of the evidence, what stands in the table before one unfolds it, in characters. */
const shortEvidence = 60;

/** The rows as the form has them, its levels as headings between them, each row's findings below it. */
export function indicatorTable(reviewed: Reviewed, words: Words): Markup {
  const { assessment } = reviewed;
  const { labels } = words;
  let above = '';
  const rows = assessment.indicators.map((row) => {
    const levels = row.path.slice(0, -1);
    const heading = levels.join('\n') === above ? undefined : levelRow(levels, assessment);
    above = levels.join('\n');
    return html`${heading}${indicatorRow(row, reviewed, words)}`;
  });
  return html`<div class="scroll"><table class="rows"><thead><tr><th class="name">${labels.indicator}</th><th class="n">${labels.points}</th><th class="n">${labels.selfScore}</th><th class="n">${labels.recomputed}</th><th class="why">${labels.verdict}</th><th class="text">${labels.evidence}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function levelRow(levels: readonly string[], { groups }: ResultAssessment): Markup | undefined {
  if (levels.length === 0) return undefined;
  const group = groups.find(({ path }) => path.join('\n') === levels.join('\n'));
  return html`<tr class="level"><th scope="rowgroup">${levels.map(visibleLine).join(' › ')}</th><th class="n">${group?.maxScore}</th><th class="n">${group?.selfScore}</th><th colspan="3"></th></tr>`;
}

function indicatorRow(row: ResultIndicator, reviewed: Reviewed, words: Words): Markup {
  const { assessment } = reviewed;
  const findings = assessment.findings.filter(({ subject }) => subject === row.id);
  const list = findingList(findings, reviewed, words);
  const beside = list === undefined ? undefined : html`<tr class="beside"><td colspan="6">${list}</td></tr>`;
  return html`<tr class="row${list === undefined ? '' : ' has-finding'}"><td>${nameOf(assessment, row.id)}<div class="meta">${[row.id, describePlace(row.source, words)].filter(Boolean).join(' · ')}</div>${repairs(row, words)}</td><td class="n">${row.maxScore ?? '–'}</td><td class="n">${row.selfScore === null ? html`<span class="doubt">${words.phrases.missingScore}</span>` : row.selfScore}</td><td class="n">${describeRecomputed(row)}</td><td>${verdict(row, words)}</td><td>${evidence(row, words)}</td></tr>
${beside}`;
}

function verdict({ rescored }: ResultIndicator, words: Words): Markup {
  const [tone, sign] = toneOfRow(rescored.verdict);
  return html`<b class="${tone} nowrap">${sign}${words.rowVerdicts[rescored.verdict]}</b><div class="meta">${shorten(rescored.because, longestText)}</div>`;
}

function repairs(row: ResultIndicator, words: Words): readonly Markup[] {
  return row.repairs.map(
    ({ field, from, to, because }) =>
      html`<div class="repair">${words.labels.repairs} · ${words.fields[field] ?? field}${words.colon}${shorten(from ?? words.labels.none, 80)} → ${shorten(to ?? words.labels.none, 80)} · ${because}</div>`,
  );
}

function evidence(row: ResultIndicator, words: Words): Markup {
  const { labels } = words;
  const texts: readonly (readonly [string, string | null])[] = [
    [labels.target, row.target],
    [labels.actual, row.actual],
    [labels.evidence, row.evidence],
    [labels.reason, row.deviationReason],
    [labels.definition, row.definition],
    [labels.standard, row.standard],
    [labels.rule, row.rescored.canonical],
  ];
  const given = texts.filter(([, text]) => text !== null && text.trim() !== '');
  const gist = row.evidence ?? [row.target, row.actual].filter(Boolean).join(' → ');
  if (given.length === 0) return html`<span class="soft">${labels.none}</span>`;
  return html`${shorten(visibleLine(gist), shortEvidence)}<details><summary>${labels.details}</summary><dl>${given.map(([label, text]) => html`<dt>${label}</dt><dd>${shorten(text ?? '', longestText)}</dd>`)}</dl></details>`;
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
