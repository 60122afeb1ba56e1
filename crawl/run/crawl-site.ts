import { addressKey } from '../discover/address-key.ts';
import { type SkipReason, skipReasons } from '../discover/skip-reasons.ts';
import type { CrawlRun, FrontierEntry, RunSummary, RunTotals } from '../memory/crawl-memory.ts';
import type { Site } from '../site.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { added, openState, type RunState } from './run-state.ts';
import { takeStep } from './take-step.ts';

/** How a run went; `stopped`: it stays open and goes on when the site is crawled next. */
export type CrawlResult = {
  readonly run: CrawlRun;
  readonly outcome: RunSummary['outcome'] | 'stopped';
  readonly totals: RunTotals;
};

/**
 * Visits a site once: from its start pages over lists and articles to the files, best first, one request at a time, until
 * nothing wanted is left or a budget is used up. An unfinished run of an earlier process is finished instead. Documents that
 * were found before are asked for at the end, so that changes and withdrawals are seen even when nothing links them any more.
 */
export async function crawlSite(settings: CrawlSettings): Promise<CrawlResult> {
  const { site, memory, now } = settings;
  const run = await memory.openRun(site.name, now());
  const state = openState(run, await memory.frontier(run), settings);
  state.frontier.add(startEntries(site));
  let ending = await workOff(state, settings);
  if (ending === 'empty' && settings.files === 'fetch') {
    state.frontier.add(await revisits(settings));
    ending = await workOff(state, settings);
  }
  if (ending === 'stopped') return { run, outcome: 'stopped', totals: state.totals };
  const outcome = outcomeOf(state, settings);
  await leaveRest(state, settings);
  const summary: RunSummary = { outcome, finishedAt: now().toISOString(), totals: state.totals };
  await memory.closeRun(run, summary);
  await raiseAlerts(settings, summary);
  return { run, outcome, totals: state.totals };
}

function startEntries(site: Site): readonly FrontierEntry[] {
  return site.start.map((url) => ({
    key: addressKey(url),
    url,
    kind: 'start',
    depth: 0,
    score: 1000,
    state: 'waiting',
    label: site.title ?? site.name,
  }));
}

async function revisits({ site, memory }: CrawlSettings): Promise<readonly FrontierEntry[]> {
  const known = await memory.documents(site.name);
  return known.map(({ key, url, label }) => ({
    key,
    url,
    label,
    kind: 'file',
    depth: 0,
    score: 0,
    state: 'waiting',
  }));
}

async function workOff(state: RunState, settings: CrawlSettings): Promise<'empty' | 'stopped'> {
  const spared: FrontierEntry[] = [];
  for (let entry = state.frontier.next(); entry !== undefined; entry = state.frontier.next()) {
    if (settings.signal?.aborted) {
      state.frontier.putBack(entry);
      return 'stopped';
    }
    if (reasonToSpare(entry, state, settings) !== undefined) {
      spared.push(entry);
      continue;
    }
    if ((await takeStep(entry, state, settings)) === 'stopped') return 'stopped';
  }
  for (const entry of spared) state.frontier.putBack(entry);
  return 'empty';
}

const bytesInMegabyte = 1_000_000;

function reasonToSpare(
  entry: FrontierEntry,
  { totals, families }: RunState,
  settings: CrawlSettings,
): SkipReason | 'listed' | undefined {
  const { site, files } = settings;
  if (entry.kind === 'file' && files === 'list') return 'listed';
  if (families.isTrap(entry)) return 'crawl/trap';
  if (totals.bytes >= site.megabytes * bytesInMegabyte) return 'crawl/byte-budget';
  if (entry.kind === 'file') return totals.files >= site.files ? 'crawl/file-budget' : undefined;
  return totals.pages >= site.pages ? 'crawl/page-budget' : undefined;
}

/** Every address that was not visited is recorded with the reason. */
async function leaveRest(state: RunState, settings: CrawlSettings): Promise<void> {
  for (const entry of state.frontier.waiting()) {
    const reason = reasonToSpare(entry, state, settings);
    if (reason === undefined || reason === 'listed') continue;
    const refusal = { code: reason, message: skipReasons[reason] };
    state.totals = added(state.totals, { skipped: 1 });
    const step = {
      entry: { ...entry, state: 'skipped' as const },
      outcome: { kind: 'refused' as const, bytes: 0, refusal },
      remembered: undefined,
      found: [],
      skipped: [],
      totals: state.totals,
    };
    await settings.memory.record(state.run, step);
    settings.onStep?.(step);
  }
}

function outcomeOf(state: RunState, settings: CrawlSettings): RunSummary['outcome'] {
  if (isDead(state.totals)) return 'dead';
  const isCut = (entry: FrontierEntry): boolean =>
    reasonToSpare(entry, state, settings)?.endsWith('-budget') ?? false;
  return state.frontier.waiting().some(isCut) ? 'budget' : 'complete';
}

/** Not a single answer with content: the site is down, moved or closed to us. */
function isDead({ pages, files, unchanged }: RunTotals): boolean {
  return pages + files + unchanged === 0;
}
