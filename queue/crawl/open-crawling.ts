import { openMeans } from '../../crawl/open-means.ts';
import type { Site } from '../../crawl/site.ts';
import { engineVersion } from '../../pipeline/engine-version.ts';
import type { Store } from '../../store/open-store.ts';
import type { Log } from '../log.ts';
import type { Lanes, OnProblem, Runner } from '../runner.ts';
import { type Schedules, startSchedules } from '../schedules/start-schedules.ts';
import { crawlIntoStore } from './crawl-stage.ts';

/** The sites of a service, and how it shows itself to them. */
export type Crawling = {
  readonly sites: readonly Site[];
  readonly contact: string;
  readonly allowPrivate: readonly string[];
  /** Sites crawled at once. */
  readonly atOnce: number;
};

type CrawlingSettings = {
  readonly store: Store;
  readonly worker: string;
  readonly leaseFor: number;
  readonly log: Log;
  readonly onProblem: OnProblem;
  /** A document's check is due. */
  readonly wake: () => void;
};

/** The crawl lane of a service; its schedules begin with `start`. */
export type OpenCrawling = {
  readonly lanes: Lanes;
  readonly start: (runner: Runner) => Schedules;
  readonly close: () => Promise<void>;
};

const now = (): Date => new Date();

export function openCrawling(crawling: Crawling, settings: CrawlingSettings): OpenCrawling {
  const { sites, contact, allowPrivate, atOnce } = crawling;
  const means = openMeans({ version: engineVersion, contact, allowPrivate });
  const { store, log, onProblem, wake } = settings;
  const stage = { ...settings, means, now, onDocument: wake };
  const work = async (name: string, signal: AbortSignal): Promise<void> => {
    const site = sites.find((each) => each.name === name);
    if (site === undefined) return log.warn({ site: name }, 'no such site');
    const outcome = await crawlIntoStore(site, stage, signal);
    log.info({ site: name, outcome }, 'crawled');
  };
  return {
    lanes: { crawl: { work, atOnce } },
    start: (runner) => startSchedules({ sites, settings: store.settings, runner, now, onProblem }),
    close: means.close,
  };
}
