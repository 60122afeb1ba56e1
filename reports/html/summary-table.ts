import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import { describeNothing } from '../describe-nothing.ts';
import { verdictSigns } from '../describe-total.ts';
import { countSeverities, severityRank, type Tally } from '../tally.ts';
import { visibleLine } from '../visible-text.ts';
import type { Words } from '../words/words.ts';
import { html, type Markup } from './markup.ts';
import { severitySigns, toneOfSeverity, toneOfVerdict } from './tones.ts';

/** The lines of one document in the table of all: one an assessment. `link` leads to its details. */
export function summaryRows(result: CheckResult, link: string, words: Words): Markup {
  if (result.assessments.length > 0)
    return html`${result.assessments.map((assessment, index) => assessmentRow(result, assessment, { link, words, index }))}`;
  const why =
    result.error === null ? describeNothing(result, words) : `${result.error.message} [${result.error.code}]`;
  const [tone, sign] = result.status === 'unreadable' ? ['bad', '✗'] : ['soft', '–'];
  return html`<tr><td><a href="${link}">${visibleLine(result.file)}</a></td><td colspan="5"><span class="${tone}"><span class="sign">${sign}</span>${words.statuses[result.status]}</span> ${why}</td><td></td></tr>
`;
}

type RowContext = { readonly link: string; readonly words: Words; readonly index: number };

function assessmentRow(
  result: CheckResult,
  assessment: ResultAssessment,
  { link, words, index }: RowContext,
): Markup {
  const { total, year, form } = assessment;
  const number = result.assessments.length > 1 ? ` #${index + 1}` : '';
  const sum = total.low === total.high ? total.low : `${total.low} – ${total.high}`;
  return html`<tr><td><a href="${link}">${visibleLine(result.file)}${number}</a></td><td>${visibleLine(assessment.unit ?? assessment.project ?? assessment.title ?? '–')}</td><td class="nowrap">${[year, words.forms[form]].filter((part) => part !== null).join(' · ')}</td><td class="n">${total.printed ?? '–'}</td><td class="n">${sum}</td><td class="nowrap ${toneOfVerdict[total.verdict]}"><span class="sign">${verdictSigns[total.verdict]}</span>${words.totalVerdicts[total.verdict]}</td><td class="nowrap">${severityCounts(assessment, words)}</td></tr>
`;
}

function severityCounts({ findings }: ResultAssessment, words: Words): readonly Markup[] | string {
  const counts = countSeverities(findings);
  const shown = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
  if (shown.length === 0) return words.labels.none;
  return shown.map(
    (severity) =>
      html`<div class="${toneOfSeverity[severity]}"><span class="sign">${severitySigns[severity]}</span>${words.severities[severity]} ${counts[severity]}</div>`,
  );
}

/** The head of the page: what the tool does, the counts, the table of all documents. */
export function summaryPart(tally: Tally, rows: readonly Markup[], words: Words): Markup {
  const { labels } = words;
  return html`<table><thead><tr><th>${labels.file}</th><th>${labels.unit}</th><th>${labels.year} · ${labels.form}</th><th class="n">${labels.printedTotal}</th><th class="n">${labels.sumOfScores}</th><th>${labels.total}</th><th>${labels.findings}</th></tr></thead>
<tbody>${rows}</tbody></table>
${codeTable(tally, words)}`;
}

/** Counts in large figures. */
export function countTiles(tally: Tally, words: Words): Markup {
  const tiles: readonly (readonly [number, string, string])[] = [
    [tally.files, words.labels.files, ''],
    [tally.statuses.checked, words.statuses.checked, ''],
    [tally.assessments, words.labels.assessments, ''],
    ...(['agrees', 'disagrees', 'undetermined', 'not-printed'] as const).map(
      (verdict) =>
        [
          tally.totals[verdict],
          `${words.labels.total} ${verdictSigns[verdict]} ${words.totalVerdicts[verdict]}`,
          toneOfVerdict[verdict],
        ] as const,
    ),
    ...(['error', 'warning'] as const).map(
      (severity) =>
        [
          tally.severities[severity],
          `${severitySigns[severity]} ${words.severities[severity]}`,
          toneOfSeverity[severity],
        ] as const,
    ),
    [tally.statuses.unreadable, words.statuses.unreadable, ''],
  ];
  return html`<ul class="counts">${tiles.map(([count, label, tone]) => html`<li><b class="${count > 0 ? tone : ''}">${count}</b><span>${label}</span></li>`)}</ul>`;
}

function codeTable(tally: Tally, words: Words): Markup | undefined {
  if (tally.codes.size === 0) return undefined;
  const codes = [...tally.codes].sort(
    ([, a], [, b]) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count,
  );
  return html`<h2>${words.labels.findings}</h2><table class="codes"><thead><tr><th>${words.labels.severity}</th><th class="n">n</th><th>${words.labels.message}</th><th>${words.labels.code}</th></tr></thead><tbody>${codes.map(
    ([code, { severity, count }]) =>
      html`<tr><td class="nowrap ${toneOfSeverity[severity]}"><span class="sign">${severitySigns[severity]}</span>${words.severities[severity]}</td><td class="n">${count}</td><td>${words.codes[code]}</td><td><code>${code}</code></td></tr>`,
  )}</tbody></table>`;
}
