import type { Localized } from '../../model/localized.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import type { StageRecord } from '../../store/ledger/ledger.ts';
import type { Visit } from '../route.ts';
import type { ReviewWords } from '../words/words.ts';
import { statusTag } from './document-list.ts';
import { wordsOf } from './layout.ts';

export type UploadView = {
  readonly document: StoredDocument;
  readonly stages: readonly StageRecord[];
  readonly findings: number | undefined;
  /** Why it could not be read. */
  readonly reason: Localized | undefined;
};

/** Where files are dropped, and what became of those before. */
export function uploadBody(visit: Visit, uploads: readonly UploadView[]): Markup {
  const { upload } = wordsOf(visit);
  const { columns } = upload;
  return html`<div class="head"><h1>${upload.title}</h1></div>
<div class="drop"><p><b>${upload.drop}</b></p><p class="soft">${upload.formats}</p><input type="file" id="files" multiple hidden><input type="file" id="folder" webkitdirectory hidden><button type="button" class="main" data-choose="files">${upload.chooseFiles}</button> <button type="button" data-choose="folder">${upload.chooseFolder}</button></div>
<template id="sending"><div class="panel row-of"><b data-name></b><progress value="0" max="1" aria-label="${upload.sending}"></progress><span data-said role="status">${upload.sending}</span></div></template>
<div data-upload-rows data-failed="${upload.failed}" data-empty="${upload.emptyFile}" data-known="${upload.known}"></div>
<h2>${upload.recent}</h2><table class="uploads"><thead><tr><th class="c-name" scope="col">${columns.name}</th><th class="c-steps" scope="col">${columns.progress}</th><th scope="col">${columns.outcome}</th></tr></thead><tbody data-events="/upload/events" aria-live="polite">${uploadRows(visit, uploads)}</tbody></table>`;
}

export function uploadRows(visit: Visit, uploads: readonly UploadView[]): Markup {
  const own = wordsOf(visit);
  if (uploads.length === 0)
    return html`<tr><td colspan="3"><div class="empty">${own.upload.none}</div></td></tr>`;
  return html`${uploads.map((upload) => row(upload, visit, own))}`;
}

function row(view: UploadView, visit: Visit, own: ReviewWords): Markup {
  const { document, stages } = view;
  return html`<tr data-document="${document.sha256}"><td><a href="/documents/${document.sha256}">${visibleLine(document.name)}</a></td><td><ol class="steps" aria-label="${own.upload.columns.progress}"><li class="is-done" title="${own.document.columns.added}"></li>${stages.map((stage) => step(stage, own))}</ol><div class="meta">${stages.map((stage) => stageText(stage, own)).join(' → ')}</div></td><td>${statusTag(document, visit)} ${outcome(view, visit, own)}</td></tr>`;
}

const stepTones = {
  waiting: '',
  running: 'is-now',
  done: 'is-done',
  dead: 'is-failed',
  dropped: 'is-failed',
} as const;

function step(stage: StageRecord, own: ReviewWords): Markup {
  return html`<li class="${stepTones[stage.state]}" title="${stageText(stage, own)}"></li>`;
}

function stageText({ stage, state, failure }: StageRecord, { operation, upload }: ReviewWords): string {
  const what = state === 'waiting' && failure !== undefined ? upload.retrying : operation.state[state];
  return `${operation.stage[stage]} ${what}`;
}

function outcome(
  { document, stages, findings, reason }: UploadView,
  visit: Visit,
  { upload }: ReviewWords,
): Markup | undefined {
  if (findings !== undefined)
    return html`<a href="/documents/${document.sha256}">${findings === 0 ? upload.clean : upload.findings(String(findings))}</a>`;
  const failure = stages.findLast((stage) => stage.failure !== undefined)?.failure;
  if (failure !== undefined)
    return html`<span class="bad">${failure.message[visit.look.language]}</span> <code class="meta">${failure.code}</code>`;
  if (document.errorCode === undefined) return undefined;
  return html`${reason?.[visit.look.language]} <code class="meta">${document.errorCode}</code>`;
}
