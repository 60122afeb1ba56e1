import { html, type Markup } from '../../reports/html/markup.ts';
import { visibleLine } from '../../reports/visible-text.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import type { Visit } from '../route.ts';
import { wordsOf } from './layout.ts';
import { showTime } from './show-time.ts';

const tones = {
  waiting: 'soft',
  checked: 'good',
  'no-assessment': 'soft',
  unreadable: 'bad',
  failed: 'bad',
} as const;
const signs = { waiting: '…', checked: '✓', 'no-assessment': '–', unreadable: '✗', failed: '✗' } as const;

/** A document's status as a tag. */
export function statusTag({ status }: Pick<StoredDocument, 'status'>, visit: Visit): Markup {
  return html`<span class="tag ${tones[status]}">${signs[status]} ${wordsOf(visit).statuses[status]}</span>`;
}

/** Documents by name, the newest first. */
export function documentList(
  visit: Visit,
  { search, documents }: { readonly search: string; readonly documents: readonly StoredDocument[] },
): Markup {
  const { document, work } = wordsOf(visit);
  const { columns } = document;
  const table =
    documents.length === 0
      ? html`<div class="empty"><b>${document.none}</b>${document.noneHint}</div>`
      : html`<table class="list"><thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.unit}</th><th class="c-severity" scope="col">${columns.year}</th><th class="c-state" scope="col">${columns.status}</th><th class="c-figures" scope="col">${columns.added}</th></tr></thead><tbody>${documents.map((one) => row(one, visit))}</tbody></table>`;
  return html`<div class="head"><h1>${document.listTitle}</h1></div><form class="search" role="search" action="/documents"><label class="unseen" for="search">${document.search}</label><input type="search" id="search" name="search" value="${search}" placeholder="${document.search}"><button>${work.find} <kbd>/</kbd></button></form>${table}`;
}

function row(one: StoredDocument, visit: Visit): Markup {
  return html`<tr><td class="what"><a href="/documents/${one.sha256}">${visibleLine(one.name)}</a></td><td>${visibleLine(one.unit ?? '') || '–'}<div class="meta clip">${visibleLine(one.title ?? '')}</div></td><td>${one.year ?? '–'}</td><td>${statusTag(one, visit)}${one.errorCode === undefined ? undefined : html`<div class="meta"><code>${one.errorCode}</code></div>`}</td><td class="meta">${showTime(one.addedAt)}</td></tr>`;
}
