import type { FrontierEntry } from '../memory/crawl-memory.ts';

/** Addresses of a run: which were come across, which still wait, which one is next. */
export type Frontier = {
  /** Those that were not known before, with the state that they came with. */
  readonly add: (entries: readonly FrontierEntry[]) => readonly FrontierEntry[];
  readonly knows: (key: string) => boolean;
  readonly isWaiting: (key: string) => boolean;
  /** Takes the best of those that wait. */
  readonly next: () => FrontierEntry | undefined;
  /** Puts one back that has to be tried again. */
  readonly putBack: (entry: FrontierEntry) => void;
  /** Marks an address as dealt with that something else led to. */
  readonly settle: (key: string) => void;
  readonly waiting: () => readonly FrontierEntry[];
};

export function createFrontier(known: readonly FrontierEntry[]): Frontier {
  const keys = new Set<string>();
  const queue = new Map<string, FrontierEntry>();
  const add = (entries: readonly FrontierEntry[]): readonly FrontierEntry[] => {
    const fresh = entries.filter(({ key }) => !keys.has(key));
    for (const entry of fresh) {
      keys.add(entry.key);
      if (entry.state === 'waiting') queue.set(entry.key, entry);
    }
    return fresh;
  };
  add(known);
  return {
    add,
    knows: (key) => keys.has(key),
    isWaiting: (key) => queue.has(key),
    next: () => {
      const best = bestOf(queue.values());
      if (best !== undefined) queue.delete(best.key);
      return best;
    },
    putBack: (entry) => queue.set(entry.key, entry),
    settle: (key) => {
      keys.add(key);
      queue.delete(key);
    },
    waiting: () => [...queue.values()],
  };
}

/** The highest score; of equals the one that came first. A run has thousands of entries and a pause after each. */
function bestOf(entries: Iterable<FrontierEntry>): FrontierEntry | undefined {
  let best: FrontierEntry | undefined;
  for (const entry of entries) if (best === undefined || entry.score > best.score) best = entry;
  return best;
}
