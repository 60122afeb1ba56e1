import type { CrawlStep } from '../../crawl/memory/crawl-memory.ts';
import type { CrawlMeans } from '../../crawl/run/crawl-settings.ts';
import { type CrawlResult, crawlSite } from '../../crawl/run/crawl-site.ts';
import { untilQuiet } from '../../crawl/schedule.ts';
import type { Site } from '../../crawl/site.ts';
import type { Store } from '../../store/open-store.ts';
import { noteEnd, noteStart } from '../schedules/site-state.ts';
import { keepDocument } from './keep-document.ts';
import { storedMemory } from './stored-memory.ts';

export type CrawlStageSettings = {
  readonly store: Store;
  readonly means: CrawlMeans;
  /** Name of this program, for the lease. */
  readonly worker: string;
  /** Milliseconds that a lease lasts without being prolonged: so long a site waits after its crawler died. */
  readonly leaseFor: number;
  readonly now: () => Date;
  /** A document was recorded: its check is due. */
  readonly onDocument?: () => void;
  readonly onStep?: (site: string, step: CrawlStep) => void;
};

export type CrawlOutcome = CrawlResult['outcome'] | 'busy';

/**
 * Crawls a site into the store, if nobody else does: `busy`. The crawl stops at quiet hours, when the signal is aborted, and when
 * the lease is lost; its run stays open then and goes on next time.
 */
export async function crawlIntoStore(
  site: Site,
  settings: CrawlStageSettings,
  signal: AbortSignal,
): Promise<CrawlOutcome> {
  const { store, worker, leaseFor, now } = settings;
  const lease = await store.crawl.lease(site.name, worker, leaseFor);
  if (lease === undefined) return 'busy';
  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    store.crawl.prolong(lease, leaseFor).then(
      (isHeld) => isHeld || lost.abort(),
      () => lost.abort(),
    );
  }, leaseFor / 3);
  try {
    await noteStart(store.settings, site.name, now());
    const { outcome } = await crawl(
      site,
      settings,
      AbortSignal.any([signal, lost.signal, quietSignal(site, now())]),
    );
    if (outcome !== 'stopped') await noteEnd(store.settings, site.name);
    return outcome;
  } finally {
    clearInterval(heartbeat);
    await store.crawl.release(lease);
  }
}

function crawl(site: Site, settings: CrawlStageSettings, signal: AbortSignal): Promise<CrawlResult> {
  const { store, means, now, onDocument, onStep } = settings;
  return crawlSite({
    site,
    means,
    signal,
    now,
    files: 'fetch',
    memory: storedMemory(store.crawl),
    onDocument: async (document) => {
      await keepDocument(store, document);
      onDocument?.();
    },
    onWithdrawn: async (url) => {
      await store.documents.withdraw(url);
    },
    ...(onStep === undefined ? {} : { onStep: (step) => onStep(site.name, step) }),
  });
}

/** Aborted when quiet hours begin; a crawl that is started by hand within them goes on. */
function quietSignal({ schedule }: Site, now: Date): AbortSignal {
  const left = schedule === undefined ? undefined : untilQuiet(now, schedule);
  return left === undefined || left === 0 ? new AbortController().signal : AbortSignal.timeout(left);
}
