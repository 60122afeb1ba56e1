import { findAll, reveal } from './dom.ts';

/** One side's elements know a subject by `data-row`, lines of a grid by `data-line`. */
export type Selection = { readonly row: string; readonly field: string | undefined };

/** Marks everything that belongs to a subject, on both sides, and what holds the very field. */
export function mark({ row, field }: Selection): void {
  for (const element of findAll('.is-current,.is-field', Element))
    element.classList.remove('is-current', 'is-field');
  for (const element of elementsOf(row)) element.classList.add('is-current');
  const wanted = field ?? fieldToLookAt(row);
  if (wanted === undefined) return;
  for (const element of findAll(`.source [data-row="${row}"][data-field="${wanted}"]`, Element))
    element.classList.add('is-field');
}

/** Shows, in a pane, what is marked there. */
export function show({ row, field }: Selection, side: 'source' | 'record'): void {
  const panes =
    side === 'source' ? findAll('.sheets,.grids', HTMLElement) : findAll('.pane.record', HTMLElement);
  for (const pane of panes) {
    if (pane.hidden || pane.closest('[hidden]') !== null) continue;
    const exact =
      field === undefined ? null : pane.querySelector(`[data-row="${row}"][data-field="${field}"]`);
    const target = exact ?? pane.querySelector('.is-field') ?? pane.querySelector('.is-current');
    if (target !== null) reveal(target, pane);
  }
}

function elementsOf(row: string): readonly Element[] {
  return findAll(`[data-row="${row}"],[data-line="${row}"]`, Element);
}

/** Of a row the score is what one looks for first, of the total its figure. */
function fieldToLookAt(row: string): string | undefined {
  if (/-r\d+$/.test(row)) return 'selfScore';
  return row.endsWith('-total') ? 'printed' : undefined;
}
