import { addressFamily } from '../discover/address-key.ts';
import type { FrontierEntry, LinkKind } from '../memory/crawl-memory.ts';

/**
 * Addresses of one family that may lead to nothing but more of their kind, one after another, before the rest is left out. Articles
 * were chosen by their titles and get more patience than menus and the pages of lists.
 */
const patience: Readonly<Record<LinkKind, number>> = { start: 20, list: 20, data: 3, page: 100, file: 500 };

/**
 * What a visit led to: something wanted; only further addresses of its own family, as a calendar does for ever; or nothing new at all,
 * which no trap can be made of, however many articles without a file a list may have.
 */
export type Gain = 'something' | 'more-of-its-kind' | 'nothing';

/** Watches families of addresses, so that calendars and sessions cannot go on for ever. */
export type Families = {
  readonly isTrap: (entry: FrontierEntry) => boolean;
  readonly note: (entry: FrontierEntry, gain: Gain) => void;
  /** Whether a page with the same visible text was seen in the family; remembers the text. */
  readonly repeats: (url: string, visible: string) => boolean;
};

/** Shorter texts say too little to tell pages apart. */
const leastVisible = 200;

export function createFamilies(): Families {
  const vain = new Map<string, number>();
  const texts = new Set<string>();
  return {
    isTrap: ({ url, kind }) => isLoop(url) || (vain.get(addressFamily(url)) ?? 0) >= patience[kind],
    note: ({ url }, gain) => {
      const family = addressFamily(url);
      if (gain === 'something') vain.set(family, 0);
      else if (gain === 'more-of-its-kind') vain.set(family, (vain.get(family) ?? 0) + 1);
    },
    repeats: (url, visible) => {
      if (visible.length < leastVisible) return false;
      const seen = `${addressFamily(url)} ${visible.length} ${hash(visible)}`;
      if (texts.has(seen)) return true;
      texts.add(seen);
      return false;
    },
  };
}

/** `/a/b/a/b/a/b/`: relative links that go in circles. */
function isLoop(url: string): boolean {
  const segments = new URL(url).pathname.split('/').filter(Boolean);
  const most = Math.max(
    0,
    ...segments.map((segment) => segments.filter((other) => other === segment).length),
  );
  return segments.length > 15 || most > 3;
}

/** FNV-1a, 32 bit; equal lengths and families are compared as well. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}
