import type { CrawlAlert, FinishedRun, RunSummary } from '../memory/crawl-memory.ts';
import type { CrawlSettings } from './crawl-settings.ts';

/** Runs that are looked back on; a year of daily ones. */
const runsLookedBack = 400;

const day = 86_400_000;

/** Raises what an operator should look at after a run, and settles what no longer holds. */
export async function raiseAlerts(settings: CrawlSettings, last: RunSummary): Promise<void> {
  const { site, memory, files } = settings;
  if (files === 'list') return;
  const runs = await memory.runs(site.name, runsLookedBack);
  const alerts = [deadSite(runs, site.deadAfter), nothingFound(runs), nothingNew(runs, site.quietDays, last)];
  for (const [index, alert] of alerts.entries()) {
    const kind = alertKinds[index];
    if (alert !== undefined) await memory.raise(site.name, alert);
    else if (kind !== undefined) await memory.settle(site.name, kind);
  }
}

const alertKinds: readonly CrawlAlert['kind'][] = ['dead-site', 'nothing-found', 'nothing-new'];

function deadSite(runs: readonly FinishedRun[], after: number): CrawlAlert | undefined {
  const living = runs.findIndex(({ outcome }) => outcome !== 'dead');
  const dead = living === -1 ? runs : runs.slice(0, living);
  const first = dead.at(-1);
  if (first === undefined || dead.length < after) return undefined;
  return {
    kind: 'dead-site',
    since: first.startedAt,
    zh: `站点连续 ${dead.length} 次无法访问`,
    en: `the site has not answered ${dead.length} times in a row`,
  };
}

/** A site that had documents and now shows none was most likely rebuilt. */
function nothingFound([last, ...earlier]: readonly FinishedRun[]): CrawlAlert | undefined {
  if (last === undefined || last.outcome === 'dead' || last.totals.documents > 0) return undefined;
  if (!earlier.some(({ totals }) => totals.documents > 0)) return undefined;
  return {
    kind: 'nothing-found',
    since: last.startedAt,
    zh: '以前有文件的站点这次一份也没有找到，可能已改版，请检查起始页',
    en: 'a site that had documents shows none now; it may have been rebuilt, look at its start pages',
  };
}

function nothingNew(
  runs: readonly FinishedRun[],
  quietDays: number,
  last: RunSummary,
): CrawlAlert | undefined {
  const fruitful =
    runs.find(({ totals }) => totals.newDocuments + totals.changedDocuments > 0) ?? runs.at(-1);
  if (
    fruitful === undefined ||
    Date.parse(last.finishedAt) - Date.parse(fruitful.startedAt) < quietDays * day
  )
    return undefined;
  return {
    kind: 'nothing-new',
    since: fruitful.startedAt,
    zh: `站点已超过 ${quietDays} 天没有新文件`,
    en: `the site has had nothing new for more than ${quietDays} days`,
  };
}
