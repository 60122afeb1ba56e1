import { find, findAll } from './dom.ts';

/** The documents of the list that somebody came from, each once, in its order, and where it goes on behind the last of them. */
type Walk = { readonly addresses: readonly string[]; readonly beyond: string };

const key = 'fuhe-walk';

/** Kept for this tab alone, so that two lists can be worked through beside each other. */
export function rememberList(): void {
  const list = find('table.list', HTMLTableElement);
  if (list === undefined) return;
  const byDocument = new Map<string, string>();
  for (const { href } of findAll('td.what a', HTMLAnchorElement, list))
    if (!byDocument.has(pathOf(href))) byDocument.set(pathOf(href), href);
  const addresses = [...byDocument.values()];
  const next = find('a[rel=next]', HTMLAnchorElement)?.getAttribute('href');
  const walk: Walk = { addresses, beyond: next ?? `${location.pathname}${location.search}` };
  sessionStorage.setItem(key, JSON.stringify(walk));
}

/** Offers the next document of the list on a document's page; behind the last one, the list's next page or the list itself. */
export function offerNextDocument(): void {
  const link = find('a[data-next-document]', HTMLAnchorElement);
  const walk = readWalk();
  if (link === undefined || walk === undefined) return;
  const here = walk.addresses.findIndex((address) => pathOf(address) === location.pathname);
  if (here < 0) return;
  link.href = walk.addresses[here + 1] ?? walk.beyond;
  link.hidden = false;
}

function pathOf(address: string): string {
  return new URL(address, location.href).pathname;
}

function readWalk(): Walk | undefined {
  const text = sessionStorage.getItem(key);
  // Nobody but `rememberList` writes there.
  return text === null ? undefined : (JSON.parse(text) as Walk);
}
