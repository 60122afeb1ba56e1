import { around, find, findAll } from './dom.ts';
import { openDialog } from './forms-in-place.ts';
import type { Keys } from './keys.ts';
import { mark, type Selection, show } from './sides.ts';

/** Milliseconds that the pointer has to rest before the other side moves. */
const restBeforeMoving = 160;

/** The document page: pointer and keys move through source and record together. */
export function moveThroughRecord(keys: Keys): void {
  const pane = find('#record', HTMLElement);
  if (pane === undefined) return;
  followPointer();
  toggleDetails(pane);
  switchViews();
  const stops = () => findAll('.card,tr.row', HTMLElement, pane);
  const cards = () => findAll('.card', HTMLElement, pane);
  const step = (list: readonly HTMLElement[], by: 1 | -1) => {
    const here = list.findIndex((stop) => stop === current(pane) || stop.contains(document.activeElement));
    goTo(list[here < 0 ? (by === 1 ? 0 : list.length - 1) : here + by]);
  };
  for (const key of ['j', 'ArrowDown']) keys.on(key, () => step(stops(), 1));
  for (const key of ['k', 'ArrowUp']) keys.on(key, () => step(stops(), -1));
  keys.on('n', () => (isLast(cards()) ? goToNextDocument() : step(cards(), 1)));
  keys.on('p', () => step(cards(), -1));
  keys.on('Enter', () => current(pane)?.querySelector<HTMLElement>('.more,summary')?.click());
  keys.on('e', () => correctCurrent(pane));
  for (const key of ['c', 's', 'u', 't']) keys.on(key, () => pressInCard(pane, `[data-key="${key}"]`));
  for (const key of ['d', 'm']) keys.on(key, () => unfoldInCard(pane, key));
  for (const key of ['1', '2', '3', '4', '5'])
    keys.on(key, () => pressInCard(pane, `details[open] [data-reason="${key}"]`));
  keys.on('Escape', () => foldCard(pane));
  document.addEventListener('record-renewed', (event) => {
    const row = event instanceof CustomEvent && typeof event.detail === 'string' ? event.detail : undefined;
    if (row !== undefined) mark({ row, field: undefined });
  });
  goTo(wanted(pane) ?? cards().find((card) => card.dataset.state === 'open') ?? stops()[0], 'quiet');
}

/** Whether there is no finding behind the present one. */
function isLast(cards: readonly HTMLElement[]): boolean {
  const last = cards.at(-1);
  return last === undefined || last.classList.contains('is-current') || last.contains(document.activeElement);
}

function goToNextDocument(): void {
  const link = find('a[data-next-document]', HTMLAnchorElement);
  if (link !== undefined && !link.hidden) link.click();
}

/** The finding that the address names. */
function wanted(pane: HTMLElement): HTMLElement | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  return findAll('.card', HTMLElement, pane).find((card) => card.id === id);
}

function current(pane: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement?.closest('.card,tr.row');
  if (focused instanceof HTMLElement && pane.contains(focused)) return focused;
  return find('.card.is-current', HTMLElement, pane) ?? find('tr.row.is-current', HTMLElement, pane);
}

function goTo(stop: HTMLElement | undefined, how: 'loud' | 'quiet' = 'loud'): void {
  const row = stop?.dataset.row;
  if (stop === undefined || row === undefined) return;
  mark({ row, field: undefined });
  // Several findings may have one subject: only the one gone to is current.
  for (const card of findAll('.card.is-current', HTMLElement))
    if (card !== stop) card.classList.remove('is-current');
  stop.focus({ preventScroll: how === 'quiet' });
  if (how === 'loud') stop.scrollIntoView({ block: 'nearest' });
  show({ row, field: undefined }, 'source');
}

function followPointer(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('pointerover', (event) => {
    const found = selectionAt(event);
    clearTimeout(timer);
    if (found === undefined) return;
    timer = setTimeout(() => {
      mark(found.selection);
      show(found.selection, found.side === 'source' ? 'record' : 'source');
    }, restBeforeMoving);
  });
  document.addEventListener('click', (event) => {
    const found = selectionAt(event);
    if (found === undefined || around(event, 'a,button,summary,input,select,textarea', HTMLElement)) return;
    clearTimeout(timer);
    mark(found.selection);
    show(found.selection, found.side === 'source' ? 'record' : 'source');
    const stop = around(event, '.card,tr.row', HTMLElement);
    stop?.focus({ preventScroll: true });
  });
}

type Pointed = { readonly selection: Selection; readonly side: 'source' | 'record' };

function selectionAt(event: Event): Pointed | undefined {
  const element = around(event, '[data-row]', Element);
  const row = element?.getAttribute('data-row');
  if (!element || !row) return undefined;
  const side = element.closest('.source') === null ? 'record' : 'source';
  const own = around(event, '[data-field]', Element)?.getAttribute('data-field');
  return { selection: { row, field: own || undefined }, side };
}

function toggleDetails(pane: HTMLElement): void {
  pane.addEventListener('click', (event) => {
    const button = around(event, '.more', HTMLButtonElement);
    const detail = button && document.getElementById(button.getAttribute('aria-controls') ?? '');
    if (!button || !detail) return;
    detail.hidden = !detail.hidden;
    button.setAttribute('aria-expanded', String(!detail.hidden));
  });
}

/** Source as printed or as read. */
function switchViews(): void {
  const buttons = findAll('[data-view]', HTMLButtonElement);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) {
        const view = document.getElementById(other.dataset.view ?? '');
        if (view) view.hidden = other !== button;
        other.setAttribute('aria-pressed', String(other === button));
      }
      const row = find('.is-current[data-row]', Element)?.getAttribute('data-row');
      if (row) show({ row, field: undefined }, 'source');
    });
  }
}

function correctCurrent(pane: HTMLElement): void {
  const row = current(pane)?.dataset.row;
  if (row === undefined) return;
  const field = row.endsWith('-total') ? 'printed' : 'selfScore';
  const link = pane.querySelector(`[data-row="${row}"] a.value[data-field="${field}"]`);
  if (link instanceof HTMLAnchorElement) void openDialog(link.href);
}

function cardNow(pane: HTMLElement): HTMLElement | undefined {
  const stop = current(pane);
  if (stop?.classList.contains('card')) return stop;
  return stop && findAll(`.card[data-row="${stop.dataset.row ?? ''}"]`, HTMLElement, pane)[0];
}

function pressInCard(pane: HTMLElement, selector: string): void {
  cardNow(pane)?.querySelector<HTMLElement>(selector)?.click();
}

function unfoldInCard(pane: HTMLElement, key: string): void {
  const details = cardNow(pane)?.querySelector(`[data-key-details="${key}"]`);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.querySelector<HTMLElement>('textarea,button')?.focus();
}

function foldCard(pane: HTMLElement): void {
  const card = cardNow(pane);
  for (const details of findAll('details[open]', HTMLDetailsElement, card ?? pane)) details.open = false;
  card?.focus();
}
