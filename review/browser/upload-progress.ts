import { find } from './dom.ts';

/** Keeps the list of uploads as the server tells it, also after a reload: the server sends it anew whenever it changes. */
export function followUploads(): void {
  const list = find('[data-events]', HTMLElement);
  if (list === undefined) return;
  const source = new EventSource(list.dataset.events ?? '');
  source.addEventListener('uploads', (event) => {
    list.innerHTML = String(event.data);
  });
}
