import type { ResultAssessment, ResultIndicator } from '../../../model/result.ts';
import { describePlace } from '../../../reports/describe-place.ts';
import { describeRecomputed } from '../../../reports/describe-row.ts';
import { nameOf } from '../../../reports/describe-total.ts';
import { html, type Insertable, type Markup } from '../../../reports/html/markup.ts';
import { toneOfRow } from '../../../reports/html/tones.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import type { Words } from '../../../reports/words/words.ts';
import type { ReviewWords } from '../../words/words.ts';
import { groupKey, rowKey } from '../row-key.ts';
import { type CorrectableValue, valueLink } from './value-link.ts';

export type RowContext = {
  readonly sha256: string;
  readonly assessment: ResultAssessment;
  readonly number: number;
  readonly words: Words;
  readonly own: ReviewWords;
  /** Whether values can be corrected: by this visitor, and with the reading at hand. */
  readonly correctable: 'yes' | 'no';
};

/** A text longer than this, in characters, is shown from its beginning; the whole stands in the source. */
const longestText = 3000;

/** The rows of the form, its levels as headings between them; the details of a row unfold below it. */
export function rowTable(context: RowContext): Markup {
  const { assessment, own } = context;
  const { document } = own;
  let above = '';
  const rows = assessment.indicators.map((row) => {
    const levels = row.path.slice(0, -1);
    const heading = levels.join('\n') === above ? undefined : levelRow(levels, context);
    above = levels.join('\n');
    return html`${heading}${indicatorRow(row, context)}`;
  });
  return html`<table class="rows"><colgroup><col><col class="points"><col class="score"><col class="again"><col class="why"></colgroup><thead><tr><th scope="col">${document.name}</th><th scope="col" class="n">${document.points}</th><th scope="col" class="n">${document.self}</th><th scope="col" class="n">${document.again}</th><th scope="col">${document.verdict}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function levelRow(levels: readonly string[], context: RowContext): Markup | undefined {
  const { assessment, number } = context;
  if (levels.length === 0) return undefined;
  const index = assessment.groups.findIndex(({ path }) => path.join('\n') === levels.join('\n'));
  const group = assessment.groups[index];
  const subject = levels.join(' / ');
  const value = (field: 'maxScore' | 'selfScore') =>
    group?.[field] === undefined || group[field] === null
      ? undefined
      : shownValue({ subject, field, shown: group[field] }, context);
  const key = index < 0 ? undefined : html` data-row="${groupKey(number, index)}"`;
  return html`<tr class="level"${key}><th scope="rowgroup">${levels.map(visibleLine).join(' › ')}</th><th class="n">${value('maxScore')}</th><th class="n">${value('selfScore')}</th><th colspan="2"></th></tr>`;
}

function shownValue(
  value: Pick<CorrectableValue, 'subject' | 'field' | 'shown'>,
  { sha256, assessment, own, correctable }: RowContext,
): Insertable {
  return correctable === 'yes' ? valueLink({ sha256, assessment, ...value }, own) : value.shown;
}

function indicatorRow(row: ResultIndicator, context: RowContext): Markup {
  const { assessment, number, words } = context;
  const key = rowKey(number, assessment, row.id);
  const [tone, sign] = toneOfRow(row.rescored.verdict);
  const self = row.selfScore ?? html`<span class="doubt">${words.phrases.missingScore}</span>`;
  return html`<tr class="row" id="row-${key}" data-row="${key}" tabindex="-1"><td><button type="button" class="more" aria-expanded="false" aria-controls="detail-${key}">${nameOf(assessment, row.id)}</button></td><td class="n">${shownValue({ subject: row.id, field: 'maxScore', shown: row.maxScore ?? '–' }, context)}</td><td class="n">${shownValue({ subject: row.id, field: 'selfScore', shown: self }, context)}</td><td class="n">${describeRecomputed(row)}</td><td class="${tone}">${sign}${words.rowVerdicts[row.rescored.verdict]}</td></tr>
<tr class="detail" id="detail-${key}" hidden><td colspan="5">${rowDetail(row, context)}</td></tr>`;
}

function rowDetail(row: ResultIndicator, context: RowContext): Markup {
  const { words, own } = context;
  const { labels } = words;
  const { rescored } = row;
  return html`${part(own.document.because, rescored.because)}
<div class="beside"><div>${part(own.document.authorsWords, text(row, 'standard', context))}</div><div>${part(own.document.canonical, rescored.canonical ?? (row.standard === null ? undefined : own.document.notCompiled))}${allowed(row, context)}</div></div>
<div class="beside"><div>${part(labels.target, text(row, 'target', context))}${part(labels.evidence, text(row, 'evidence', context))}</div><div>${part(labels.actual, text(row, 'actual', context))}${part(labels.reason, text(row, 'deviationReason', context))}</div></div>
${part(labels.definition, text(row, 'definition', context))}${repairs(row, context)}
<p class="meta">${[row.id, describePlace(row.source, words), `${own.document.confidence} ${Math.round(row.confidence * 100)}%`].filter(Boolean).join(' · ')}</p>`;
}

function part(label: string, content: Insertable): Markup | undefined {
  return content === undefined ? undefined : html`<h4>${label}</h4><p>${content}</p>`;
}

type TextField = 'standard' | 'target' | 'actual' | 'evidence' | 'deviationReason' | 'definition';

/** What is printed, or `–` where it is not: an empty cell too may have been misread. */
function text(row: ResultIndicator, field: TextField, context: RowContext): Insertable {
  const printed = row[field];
  const rare = field === 'definition' || field === 'deviationReason';
  if (printed === null && (rare || context.correctable === 'no')) return undefined;
  return shownValue({ subject: row.id, field, shown: shorten(printed ?? '–') }, context);
}

function allowed({ rescored }: ResultIndicator, { own }: RowContext): Markup | undefined {
  const { admissible, range } = rescored;
  const [low, high] = range ?? [];
  const scores = admissible?.join('、') ?? (low === high ? low : `${low} – ${high}`);
  return part(own.document.admissible, scores);
}

function repairs(row: ResultIndicator, { words, own }: RowContext): Markup | undefined {
  if (row.repairs.length === 0) return undefined;
  return html`<h4>${own.document.repairs}</h4>${row.repairs.map(({ field, from, to, because }) => html`<p>${words.fields[field] ?? field}${words.colon}${shorten(from ?? words.labels.none)} → ${shorten(to ?? words.labels.none)} · ${because}</p>`)}`;
}

function shorten(long: string): string {
  return long.length > longestText ? `${long.slice(0, longestText)}…` : long;
}
