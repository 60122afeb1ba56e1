import type { ResultAssessment, ResultFinding } from '../../../model/result.ts';
import { dismissReasonSchema } from '../../../model/review.ts';
import { describePlaces } from '../../../reports/describe-place.ts';
import { describeRecognition } from '../../../reports/describe-recognition.ts';
import { nameOf } from '../../../reports/describe-total.ts';
import { html, type Markup } from '../../../reports/html/markup.ts';
import { severitySigns, toneOfSeverity } from '../../../reports/html/tones.ts';
import type { Words } from '../../../reports/words/words.ts';
import { mayUse, type Visit } from '../../route.ts';
import type { Role } from '../../visitor.ts';
import type { ReviewWords } from '../../words/words.ts';
import { flag, formToken } from '../layout.ts';
import type { ReviewedFinding } from '../reviewed-finding.ts';
import { showTime } from '../show-time.ts';

export type CardContext = {
  readonly visit: Visit;
  readonly assessment: ResultAssessment;
  /** What the subject is called on both sides of the page. */
  readonly row: string;
  readonly words: Words;
  readonly own: ReviewWords;
  /** Who a finding can be assigned to. */
  readonly people: readonly string[];
};

export const stateTones = {
  open: 'soft',
  reopened: 'doubt',
  proposed: 'doubt',
  'needs-source': 'doubt',
  confirmed: 'bad',
  dismissed: 'good',
} as const;

export const stateSigns = {
  open: '○',
  reopened: '↻',
  proposed: '◐',
  'needs-source': '?',
  confirmed: '●',
  dismissed: '–',
} as const;

/** One finding with what people said of it and, for those who may, what can be said. */
export function findingCard(
  finding: ResultFinding,
  reviewed: ReviewedFinding | undefined,
  context: CardContext,
): Markup {
  const { words, own, assessment, row } = context;
  const { severity, code } = finding;
  const state = reviewed?.state ?? 'open';
  const about = [
    words.fields[finding.subject] ?? nameOf(assessment, finding.subject),
    describePlaces(finding.sources, words),
    finding.affectsGrade ? words.phrases.gradeAffected : '',
  ].filter((part) => part !== '');
  return html`<li class="card ${severity}" id="finding-${reviewed?.fingerprint}" data-row="${row}" data-card="${reviewed?.fingerprint}" data-state="${state}" tabindex="-1"><p class="title"><b class="${toneOfSeverity[severity]}">${severitySigns[severity]} ${words.severities[severity]}</b> <b>${words.codes[code]}</b><span class="tag ${stateTones[state]}">${stateSigns[state]} ${own.states[state]}</span></p>
<p class="figures">${figures(finding, words)}</p><p>${finding.messageIn[context.visit.look.language]}</p><p class="meta">${about.join(' · ')}</p>${recognised(finding, words)}${decided(reviewed, own)}${actions(reviewed, context)}${talk(reviewed, own)}</li>`;
}

function figures({ printed, recomputed }: ResultFinding, { labels }: Words): Markup | undefined {
  if (printed === null && recomputed === null) return undefined;
  return html`<span class="soft">${labels.printed}</span> <b>${printed ?? '–'}</b> <span class="soft">→ ${labels.recomputed}</span> <b>${recomputed ?? '–'}</b>`;
}

/** How the figures were read that it rests on; the page beside it shows them. Open where there is doubt. */
function recognised({ recognised: figures = [] }: ResultFinding, words: Words): Markup | undefined {
  if (figures.length === 0) return undefined;
  const isDoubtful = figures.some(({ state }) => state === 'doubtful');
  const lines = figures.map(
    (figure) =>
      html`<li class="${figure.state === 'doubtful' ? 'doubt' : 'meta'}">${describeRecognition(figure, words)}</li>`,
  );
  return html`<details class="recognised"${flag(isDoubtful, 'open')}><summary>${words.recognition.read} ${figures.length}</summary><ul>${lines}</ul></details>`;
}

function decided(reviewed: ReviewedFinding | undefined, own: ReviewWords): Markup | undefined {
  if (reviewed?.state === 'reopened') return html`<p class="doubt">${own.decide.stale}</p>`;
  const decision = reviewed?.decision;
  if (decision === undefined || decision.state === 'open') return undefined;
  const parts = [
    decision.reason === null ? '' : own.reasons[decision.reason],
    decision.note ?? '',
    decision.state === 'proposed'
      ? own.decide.proposedBy(decision.by)
      : `${decision.by} · ${showTime(decision.at)}`,
    decision.signedBy === null ? '' : own.decide.signedBy(decision.signedBy),
  ];
  return html`<p class="soft">${parts.filter(Boolean).join(' · ')}</p>`;
}

const decidable: Role = 'auditor';

function actions(reviewed: ReviewedFinding | undefined, context: CardContext): Markup | undefined {
  const { visit, own } = context;
  if (reviewed === undefined || !mayUse(visit.visitor?.role, decidable)) return undefined;
  const { decide, reasons } = own;
  const isDecided = reviewed.state !== 'open' && reviewed.state !== 'reopened';
  const maySign = reviewed.state === 'proposed' && reviewed.decision?.by !== visit.visitor?.name;
  const form = (action: string, content: Markup) =>
    html`<form method="post" action="/findings/${reviewed.fingerprint}/${action}" data-card-form>${formToken(visit)}${content}</form>`;
  return html`<div class="actions">${form('decide', html`<button name="verdict" value="confirm" data-key="c"${flag(reviewed.decision?.verdict === 'confirm' && isDecided, 'aria-pressed="true"')}>● ${decide.confirm}</button>`)}
<details data-key-details="d"><summary class="button">– ${decide.dismiss}</summary>${form('decide', html`<input type="hidden" name="verdict" value="dismiss"><fieldset><legend class="unseen">${decide.reason}</legend>${dismissReasonSchema.options.map((reason, index) => html`<button name="reason" value="${reason}" data-reason="${index + 1}"><kbd>${index + 1}</kbd> ${reasons[reason]}</button>`)}</fieldset><label class="field"><span>${decide.note}</span><input name="note" maxlength="500"></label>`)}</details>
${form('decide', html`<button name="verdict" value="needs-source" data-key="s"${flag(reviewed.state === 'needs-source', 'aria-pressed="true"')}>? ${decide.needsSource}</button>`)}
${maySign ? form('sign', html`<button class="main">${decide.signOff}</button>`) : undefined}
${isDecided ? form('undo', html`<button data-key="u">${decide.undo}</button>`) : undefined}
<details data-key-details="m"><summary class="button">${decide.comment}</summary>${form('comment', html`<label class="field"><span>${decide.comment}</span><textarea name="text" maxlength="2000" required></textarea></label><button>${decide.add}</button>`)}</details>
${assign(reviewed, context)}</div>`;
}

function assign({ fingerprint, assignee }: ReviewedFinding, { visit, own, people }: CardContext): Markup {
  const me = visit.visitor?.name ?? '';
  const names = [...new Set([me, ...people])].filter(Boolean);
  return html`<form method="post" action="/findings/${fingerprint}/assign" data-card-form>${formToken(visit)}<label class="unseen" for="who-${fingerprint}">${own.decide.assignTo}</label><select name="assignee" id="who-${fingerprint}" data-submit><option value="">${own.work.nobody}</option>${names.map((name) => html`<option${flag(name === assignee, 'selected')}>${name}</option>`)}</select><button name="take" value="yes" class="plain" data-key="t">${own.decide.take}</button></form>`;
}

function talk(reviewed: ReviewedFinding | undefined, own: ReviewWords): Markup | undefined {
  const events = reviewed?.events ?? [];
  if (events.length === 0) return undefined;
  const comments = events.filter(({ kind }) => kind === 'comment');
  const line = ({ who, at, text }: ReviewedFinding['events'][number]) =>
    html`<li><b>${who}</b> <span class="meta">${showTime(at)}</span> ${text}</li>`;
  const rest =
    events.length > comments.length
      ? html`<details><summary>${own.decide.history} ${events.length}</summary><ul class="talk">${events.map(line)}</ul></details>`
      : undefined;
  return html`${comments.length > 0 ? html`<ul class="talk">${comments.map(line)}</ul>` : undefined}${rest}`;
}
