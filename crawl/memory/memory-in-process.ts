import type {
  CrawlAlert,
  CrawlMemory,
  CrawlRun,
  CrawlStep,
  FinishedRun,
  FrontierEntry,
  KnownDocument,
  Remembered,
  SkippedAddress,
} from './crawl-memory.ts';
import { noTotals } from './no-totals.ts';

/** A memory that lasts as long as its process, with what can be looked at besides. */
export type MemoryInProcess = CrawlMemory & {
  readonly skipped: (site: string) => readonly SkippedAddress[];
  readonly alerts: (site: string) => readonly CrawlAlert[];
};

type SiteMemory = {
  run: CrawlRun | undefined;
  readonly frontier: Map<string, FrontierEntry>;
  readonly remembered: Map<string, Remembered>;
  readonly documents: Map<string, KnownDocument>;
  skipped: SkippedAddress[];
  readonly alerts: Map<string, CrawlAlert>;
  readonly finished: FinishedRun[];
};

export function memoryInProcess(): MemoryInProcess {
  const sites = new Map<string, SiteMemory>();
  const of = (site: string): SiteMemory => {
    const known = sites.get(site) ?? emptyMemory();
    sites.set(site, known);
    return known;
  };
  return {
    openRun: async (site, now) => openRun(of(site), site, now),
    frontier: async ({ site }) => [...of(site).frontier.values()],
    recall: async (site, key) => of(site).remembered.get(key),
    documents: async (site) => [...of(site).documents.values()],
    record: async ({ site }, step) => record(of(site), step),
    closeRun: async ({ site, id, startedAt }, summary) => {
      const memory = of(site);
      memory.finished.unshift({ ...summary, id, startedAt });
      memory.run = undefined;
    },
    runs: async (site, limit) => of(site).finished.slice(0, limit),
    raise: async (site, alert) => {
      of(site).alerts.set(alert.kind, alert);
    },
    settle: async (site, kind) => {
      of(site).alerts.delete(kind);
    },
    skipped: (site) => of(site).skipped,
    alerts: (site) => [...of(site).alerts.values()],
  };
}

const emptyMemory = (): SiteMemory => ({
  run: undefined,
  frontier: new Map(),
  remembered: new Map(),
  documents: new Map(),
  skipped: [],
  alerts: new Map(),
  finished: [],
});

function openRun(memory: SiteMemory, site: string, now: Date): CrawlRun {
  if (memory.run !== undefined) return { ...memory.run, resumed: true };
  memory.frontier.clear();
  memory.skipped = [];
  const id = `${site} ${memory.finished.length + 1}`;
  memory.run = { id, site, startedAt: now.toISOString(), resumed: false, totals: noTotals };
  return memory.run;
}

function record(memory: SiteMemory, { entry, outcome, remembered, found, skipped, totals }: CrawlStep): void {
  memory.frontier.set(entry.key, entry);
  for (const each of found) memory.frontier.set(each.key, each);
  memory.skipped.push(...skipped);
  if (memory.run !== undefined) memory.run = { ...memory.run, totals };
  if (outcome.kind === 'withdrawn') {
    memory.documents.delete(entry.key);
    memory.remembered.delete(entry.key);
  }
  if (remembered === undefined) return;
  memory.remembered.set(entry.key, remembered);
  if (remembered.holds === 'document')
    memory.documents.set(entry.key, { key: entry.key, url: entry.url, label: entry.label });
}
