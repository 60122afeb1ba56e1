import { around, find, findAll } from './dom.ts';
import type { Keys } from './keys.ts';

/** A list of rows with links and check boxes: the work list, the documents. */
export function moveThroughList(keys: Keys): void {
  const list = find('table.list', HTMLTableElement);
  const search = find('input[type=search]', HTMLInputElement);
  if (search !== undefined) keys.on('/', () => search.select());
  if (list === undefined) return;
  const rows = () => findAll('tbody tr', HTMLTableRowElement, list);
  const here = () => rows().findIndex((row) => row.classList.contains('is-current'));
  const go = (to: number) => {
    const all = rows();
    const row = all[Math.max(0, Math.min(all.length - 1, to))];
    if (row === undefined) return;
    for (const other of all) other.classList.toggle('is-current', other === row);
    find('a', HTMLAnchorElement, row)?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  const box = () => find('input[type=checkbox]', HTMLInputElement, rows()[here()] ?? list);
  for (const key of ['j', 'ArrowDown']) keys.on(key, () => go(here() + 1));
  for (const key of ['k', 'ArrowUp']) keys.on(key, () => go(here() - 1));
  for (const key of ['Enter', 'o'])
    keys.on(key, () => find('a', HTMLAnchorElement, rows()[here()] ?? list)?.click());
  keys.on('x', () => box()?.click());
  keys.on('n', () => find('a[rel=next]', HTMLAnchorElement)?.click());
  list.addEventListener('focusin', (event) => {
    const row = around(event, 'tbody tr', HTMLTableRowElement);
    if (row) for (const other of rows()) other.classList.toggle('is-current', other === row);
  });
  countSelected(list, keys);
}

/** The bar of actions stands there while something is selected. */
function countSelected(list: HTMLTableElement, keys: Keys): void {
  const bar = find('.bulk', HTMLElement);
  const all = find('[data-select-all]', HTMLInputElement);
  const boxes = () => findAll('input[name=finding]', HTMLInputElement, list);
  const count = find('[data-count]', HTMLElement);
  const tell = () => {
    const chosen = boxes().filter(({ checked }) => checked).length;
    if (bar) bar.hidden = chosen === 0;
    if (count) count.textContent = (count.dataset.count ?? '').replace('#', String(chosen));
    if (all) all.checked = chosen > 0 && chosen === boxes().length;
  };
  all?.addEventListener('change', () => {
    for (const one of boxes()) one.checked = all.checked;
    tell();
  });
  list.addEventListener('change', tell);
  for (const key of ['c', 's']) {
    keys.on(key, () => {
      if (bar && !bar.hidden) find(`[data-key="${key}"]`, HTMLButtonElement, bar)?.click();
    });
  }
  tell();
}
