import { announce, around, failureText, find, formToken } from './dom.ts';

/**
 * Forms whose answer is a part of the page: a card of a finding, the whole record. Without this script they lead to a whole
 * page and back.
 */
export function formsInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.dataset.cardForm !== undefined) {
      event.preventDefault();
      void sendCard(form, event.submitter);
    } else if (form.dataset.recordForm !== undefined) {
      event.preventDefault();
      void sendRecord(form, event.submitter);
    }
  });
  document.addEventListener('change', (event) => {
    const select = around(event, 'select[data-submit]', HTMLSelectElement);
    select?.form?.requestSubmit();
  });
  document.addEventListener('click', (event) => {
    around(event, '[data-close]', HTMLElement)?.closest('dialog')?.close();
    const link = around(event, 'a[data-dialog]', HTMLAnchorElement);
    if (link === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void openDialog(link.href);
  });
}

async function sendCard(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const card = form.closest('[data-card]');
  const part = await send(form, submitter);
  if (part === undefined || card === null) return;
  const inside = card.contains(document.activeElement);
  const current = card.classList.contains('is-current');
  const fresh = parsed(part.html);
  if (fresh === undefined) return;
  card.replaceWith(fresh);
  if (current) fresh.classList.add('is-current');
  if (inside && fresh instanceof HTMLElement) fresh.focus();
  announce(part.said);
}

async function sendRecord(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const part = await send(form, submitter);
  const pane = find('#record', HTMLElement);
  if (part === undefined || pane === undefined) return;
  const kept = pane.scrollTop;
  const current = find('.is-current[data-row]', HTMLElement, pane)?.dataset.row;
  pane.innerHTML = part.html;
  pane.scrollTop = kept;
  find('dialog.sheet-of-form[open]', HTMLDialogElement)?.close();
  document.dispatchEvent(new CustomEvent('record-renewed', { detail: current }));
  announce(part.said);
}

/** Our own server's markup, made by the same templates as the page. */
function parsed(html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

type Part = { readonly html: string; readonly said: string };

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Part | undefined> {
  const fields = new FormData(form, submitter);
  const body = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { 'x-form-token': formToken(), 'x-part': 'yes' },
    });
    const text = await answer.text();
    if (answer.ok) return { html: text, said: decodeURIComponent(answer.headers.get('x-said') ?? '') };
    announce(text.length < 200 ? text : failureText());
  } catch {
    announce(failureText());
  }
  return undefined;
}

/** A form of the server's in a dialog; the same address opens it as a page of its own. */
export async function openDialog(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { 'x-part': 'yes' } });
  if (!answer.ok) return announce(failureText());
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet-of-form';
  dialog.innerHTML = await answer.text();
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  const title = dialog.querySelector('h1,h2')?.textContent ?? '';
  dialog.setAttribute('aria-label', title);
  dialog.showModal();
  find('[autofocus]', HTMLInputElement, dialog)?.select();
}
