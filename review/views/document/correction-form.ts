import { html, type Markup } from '../../../reports/html/markup.ts';
import { wordsIn } from '../../../reports/words/index.ts';
import type { NewCorrection } from '../../../store/corrections/corrections.ts';
import type { Visit } from '../../route.ts';
import { formToken, wordsOf } from '../layout.ts';

export type CorrectionFormView = Pick<NewCorrection, 'assessment' | 'subject' | 'field'> & {
  readonly sha256: string;
  readonly read: { readonly text: string | null; readonly kind: 'number' | 'text' | 'word' };
};

/** What the program read beside what really stands there. */
export function correctionForm(
  visit: Visit,
  { sha256, assessment, subject, field, read }: CorrectionFormView,
): Markup {
  const { document, tools } = wordsOf(visit);
  const words = wordsIn[visit.look.language];
  const long = read.kind === 'text' && (read.text?.length ?? 0) > 40;
  const input = long
    ? html`<textarea name="value" rows="4" maxlength="5000" autofocus>${read.text}</textarea>`
    : html`<input name="value" value="${read.text}" maxlength="5000" autocomplete="off" autofocus>`;
  return html`<h2>${document.correctTitle} · ${words.fields[field] ?? field}</h2><p class="soft">${document.correctHint}</p><form method="post" action="/documents/${sha256}/corrections" data-record-form>${formToken(visit)}<input type="hidden" name="assessment" value="${assessment}"><input type="hidden" name="subject" value="${subject}"><input type="hidden" name="field" value="${field}"><p><span class="soft">${document.readAs}</span> <b>${read.text ?? '–'}</b></p><label class="field"><span>${document.really}</span>${input}</label><p><label><input type="checkbox" name="nothing" value="yes"> ${document.nothingThere}</label></p><label class="field"><span>${document.why}</span><input name="why" maxlength="500"></label><div class="row-of"><button class="main">${document.apply}</button><button type="button" class="plain" data-close>${tools.close}</button></div></form>`;
}
