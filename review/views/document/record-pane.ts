import type { Language } from '../../../model/localized.ts';
import type { CheckResult, ResultAssessment } from '../../../model/result.ts';
import { describePlace } from '../../../reports/describe-place.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import { severityRank } from '../../../reports/tally.ts';
import { visibleLine } from '../../../reports/visible-text.ts';
import { wordsIn } from '../../../reports/words/index.ts';
import type { Words } from '../../../reports/words/words.ts';
import { mayUse, type Visit } from '../../route.ts';
import type { ReviewWords } from '../../words/words.ts';
import { formToken, wordsOf } from '../layout.ts';
import type { ReviewedFinding } from '../reviewed-finding.ts';
import { rowKey } from '../row-key.ts';
import { showTime } from '../show-time.ts';
import { findingCard } from './finding-card.ts';
import { rowTable } from './row-table.ts';
import { assessmentFacts, totalPanel } from './total-panel.ts';
import { valueLink } from './value-link.ts';

export type RecordView = {
  readonly sha256: string;
  readonly result: CheckResult;
  /** Whether the reading was kept, so that it can be corrected. */
  readonly reading: 'kept' | 'missing';
  /** By the id of the assessment and the number of the finding in it, joined by a space. */
  readonly reviewed: ReadonlyMap<string, ReviewedFinding>;
  readonly people: readonly string[];
};

/** What the program made of the document, and what people made of that. */
export function recordPane(visit: Visit, view: RecordView): Markup {
  const own = wordsOf(visit);
  const words = wordsIn[visit.look.language];
  const { result } = view;
  const context = { visit, view, words, own };
  return html`${problem(result, visit.look.language, own)}${result.assessments.map((assessment, index) => assessmentPart(inLanguage(assessment, visit.look.language), index + 1, context))}${notes(result, words, own)}`;
}

type PaneContext = {
  readonly visit: Visit;
  readonly view: RecordView;
  readonly words: Words;
  readonly own: ReviewWords;
};

/** Results are kept in one language; the rest of both is beside it. */
function inLanguage(assessment: ResultAssessment, language: Language): ResultAssessment {
  return {
    ...assessment,
    indicators: assessment.indicators.map((row) => ({
      ...row,
      repairs: row.repairs.map((repair) => ({ ...repair, because: repair.becauseIn[language] })),
      rescored: { ...row.rescored, because: row.rescored.becauseIn[language] },
    })),
  };
}

function problem({ status, error }: CheckResult, language: Language, own: ReviewWords): Markup | undefined {
  if (error !== null)
    return html`<div class="verdict is-bad"><p class="big">✗ ${own.document.unreadable}</p><p>${error.messageIn[language]}</p><p class="meta"><code>${error.code}</code></p></div>`;
  return status === 'no-assessment'
    ? html`<div class="verdict"><p class="big">– ${own.statuses[status]}</p><p>${own.document.noAssessment}</p></div>`
    : undefined;
}

function assessmentPart(assessment: ResultAssessment, number: number, context: PaneContext): Markup {
  const { visit, view, words, own } = context;
  const mayCorrect = mayUse(visit.visitor?.role, 'auditor') && view.reading === 'kept';
  const correctable = mayCorrect ? 'yes' : 'no';
  const heading = assessment.title ?? assessment.project ?? assessment.unit ?? assessment.id;
  const row = { sha256: view.sha256, assessment, number, words, own, correctable } as const;
  const total = mayCorrect
    ? valueLink(
        { sha256: view.sha256, assessment, subject: 'total', field: 'printed', shown: own.document.correct },
        own,
      )
    : undefined;
  return html`<section class="assessment" aria-labelledby="title-${number}"><h2 id="title-${number}">${visibleLine(heading)}</h2>${assessmentFacts(assessment, words)}
${totalPanel(assessment, { words, key: `${number}-total`, rowsAs: `${number}-`, correctable: total })}
${corrections(assessment, context)}
<h3>${own.document.findings(String(assessment.findings.length))}</h3>${cards(assessment, number, context)}
<h3>${own.document.rows(String(assessment.indicators.length))}</h3>${rowTable(row)}${notes(assessment, words, own)}</section>`;
}

function cards(assessment: ResultAssessment, number: number, context: PaneContext): Markup {
  const { visit, view, words, own } = context;
  if (assessment.findings.length === 0) return html`<p class="soft">${own.document.noFindings}</p>`;
  const gravest = assessment.findings
    .map((finding, index) => ({ finding, index }))
    .toSorted((a, b) => severityRank[a.finding.severity] - severityRank[b.finding.severity]);
  return html`<ul class="cards">${gravest.map(({ finding, index }) =>
    findingCard(finding, view.reviewed.get(`${assessment.id} ${index}`), {
      visit,
      assessment,
      row: rowKey(number, assessment, finding.subject),
      words,
      own,
      people: view.people,
    }),
  )}</ul>`;
}

function corrections(
  { id, corrections: applied = [], indicators }: ResultAssessment,
  { visit, view, words, own }: PaneContext,
): Markup | undefined {
  if (applied.length === 0) return undefined;
  const mayTakeBack = mayUse(visit.visitor?.role, 'auditor');
  const nameOfSubject = (subject: string) =>
    words.fields[subject] ??
    visibleLine(indicators.find((row) => row.id === subject)?.path.at(-1) ?? subject);
  return html`<div class="note corrections"><h3>${own.document.corrections} ${applied.length}</h3>${applied.map(
    ({ subject, field, read, value, who, why, at }) =>
      html`<div class="row-of"><span>${nameOfSubject(subject)} · ${words.fields[field] ?? field}${words.colon}<del>${read ?? '–'}</del> → <b>${value ?? '–'}</b> <span class="meta">${[who, showTime(at), why].filter(Boolean).join(' · ')}</span></span>${mayTakeBack ? html`<form method="post" action="/documents/${view.sha256}/take-back" data-record-form>${formToken(visit)}<input type="hidden" name="assessment" value="${id}"><input type="hidden" name="subject" value="${subject}"><input type="hidden" name="field" value="${field}"><button class="plain">${own.document.takeBack}</button></form>` : undefined}</div>`,
  )}</div>`;
}

function notes(
  { notes: said }: Pick<CheckResult, 'notes'>,
  words: Words,
  own: ReviewWords,
): Markup | undefined {
  if (said.length === 0) return undefined;
  const language = words.language === 'en' ? 'en' : 'zh';
  return html`<details><summary>${own.document.notes} ${said.length}</summary><ul>${said.map(({ code, messageIn, source }) => html`<li>${messageIn[language]} <span class="meta">${source === null ? '' : describePlace(source, words)} <code>${code}</code></span></li>`)}</ul></details>`;
}
