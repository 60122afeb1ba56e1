import { around, find } from './dom.ts';

export type Keys = {
  /** Calls `act` for a key, or for two keys in a row (`g w`), outside of text fields. Later ones win over earlier ones. */
  readonly on: (key: string, act: (event: KeyboardEvent) => void) => void;
};

/** Milliseconds in which the second key of two has to follow. */
const patience = 1200;

/** The keys of every page, and a place for those of a part. */
export function keysOfPage(): Keys {
  const acts = new Map<string, (event: KeyboardEvent) => void>();
  let before: { readonly key: string; readonly at: number } | undefined;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
    if (find('dialog[open]', HTMLDialogElement) !== undefined) return;
    const pair =
      before !== undefined && event.timeStamp - before.at < patience ? `${before.key} ${event.key}` : '';
    const act = acts.get(pair) ?? acts.get(event.key);
    before = { key: event.key, at: event.timeStamp };
    if (act === undefined) return;
    event.preventDefault();
    act(event);
  });
  const keys: Keys = { on: (key, act) => acts.set(key, act) };
  keys.on('?', showKeys);
  keys.on('g w', () => location.assign('/'));
  document.addEventListener('click', (event) => {
    if (around(event, '[data-action=keys]', HTMLElement)) showKeys();
  });
  return keys;
}

function showKeys(): void {
  find('dialog.keys', HTMLDialogElement)?.showModal();
}

/** Whether the key goes into a field, or moves a control of the browser's own. */
function isTyping(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' || key === ' ';
  const presses = key === 'Enter' || key === ' ';
  const isControl =
    target instanceof HTMLButtonElement ||
    target instanceof HTMLAnchorElement ||
    (target instanceof HTMLElement && target.tagName === 'SUMMARY');
  return presses && isControl;
}
