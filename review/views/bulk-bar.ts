import { dismissReasonSchema } from '../../model/review.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import type { Visit } from '../route.ts';
import { exportSelected } from './export-menu.ts';
import { flag, formToken, wordsOf } from './layout.ts';

/** A query of the work list under a name. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string };

/** What can be said of all selected findings at once. It stands inside the list's form. */
export function bulkBar(visit: Visit, back: string): Markup {
  const { work, decide, reasons } = wordsOf(visit);
  return html`<div class="bulk" hidden><input type="hidden" name="back" value="${back}"><span data-count="${work.selected('#')}"></span><button name="verdict" value="confirm" data-key="c">● ${decide.confirm}</button><label class="row-of"><span class="unseen">${decide.reason}</span><select name="reason">${dismissReasonSchema.options.map((reason) => html`<option value="${reason}">${reasons[reason]}</option>`)}</select></label><button name="verdict" value="dismiss">– ${decide.dismiss}</button><button name="verdict" value="needs-source" data-key="s">? ${decide.needsSource}</button><label class="row-of"><span class="unseen">${decide.note}</span><input name="note" maxlength="500" placeholder="${decide.note}"></label><button name="verdict" value="take" class="plain">${decide.take}</button>${exportSelected(visit)}</div>`;
}

/** Views that people have saved, the present one marked, and a way to save the present conditions. */
export function savedViews(visit: Visit, views: readonly SavedView[], here: string): Markup {
  const { work } = wordsOf(visit);
  const entry = ({ id, name, query }: SavedView) =>
    html`<li><a href="/?${query}"${flag(query === here, 'aria-current="true"')}>${name}</a>${query === here ? html`<form method="post" action="/views/remove">${formToken(visit)}<input type="hidden" name="id" value="${id}"><button class="plain" title="${work.removeView}" aria-label="${work.removeView}">✕</button></form>` : undefined}</li>`;
  return html`<ul class="views" aria-label="${work.views}"><li><a href="/?state=any"${flag(here === 'state=any', 'aria-current="true"')}>${work.viewAll}</a></li>${views.map(entry)}<li><details><summary class="button plain">＋ ${work.saveView}</summary><form method="post" action="/views" class="row-of">${formToken(visit)}<input type="hidden" name="query" value="${here}"><label class="unseen" for="view-name">${work.viewName}</label><input id="view-name" name="name" required maxlength="60" placeholder="${work.viewName}"><button>${work.saveView}</button></form></details></li></ul>`;
}
