import { addressFamily, addressKey } from '../discover/address-key.ts';
import { skipReasons } from '../discover/skip-reasons.ts';
import type { CrawlStep, FrontierEntry, Remembered, RunTotals, StepOutcome } from '../memory/crawl-memory.ts';
import type { CrawlSettings } from './crawl-settings.ts';
import type { Gain } from './families.ts';
import { type LookedInto, lookInto } from './look-into.ts';
import { added, type RunState } from './run-state.ts';
import { type Visit, visit } from './visit.ts';

/** Attempts at an address within a run. */
const mostAttempts = 3;

/**
 * Visits one address: fetches it, looks into it, hands a document over, and then records everything at once. What was not
 * recorded is done again after a crash; what was recorded is not fetched again.
 */
export async function takeStep(
  entry: FrontierEntry,
  state: RunState,
  settings: CrawlSettings,
): Promise<'on' | 'stopped'> {
  const isDone = (key: string): boolean => state.frontier.knows(key) && !state.frontier.isWaiting(key);
  const visited = await visit(entry, settings, isDone);
  if (visited.kind === 'stopped') {
    state.frontier.putBack(entry);
    return 'stopped';
  }
  const made = await stepOf(visited, entry, { state, settings });
  await record(made, state, settings);
  return 'on';
}

type Context = { readonly state: RunState; readonly settings: CrawlSettings };
type Made = Omit<CrawlStep, 'totals'> & { readonly counted: Partial<RunTotals> };

async function stepOf(
  visited: Exclude<Visit, { kind: 'stopped' }>,
  entry: FrontierEntry,
  context: Context,
): Promise<Made> {
  switch (visited.kind) {
    case 'content':
      return contentStep(visited, entry, context);
    case 'unchanged':
      return unchangedStep(visited, entry, context);
    case 'gone':
      return goneStep(visited, entry, context.settings);
    case 'troubled':
      return troubledStep(visited, entry, context.state);
    case 'refused':
      return left(entry, { kind: 'refused', bytes: 0, refusal: visited.refusal }, 'skipped');
  }
}

async function contentStep(
  { fetched, sha256, known }: Extract<Visit, { kind: 'content' }>,
  entry: FrontierEntry,
  { state, settings }: Context,
): Promise<Made> {
  const look = {
    reader: settings.means.reader,
    judge: state.judge,
    score: state.score,
    wantsPages: settings.site.fileTypes.includes('html') ? ('pages-too' as const) : ('files-only' as const),
  };
  const bytes = fetched.bytes.length;
  const looked = await lookInto(entry, fetched, look);
  if (!looked.ok) return left(entry, { kind: 'refused', bytes, refusal: looked.refusal }, 'skipped');
  const inside = looked.value;
  settleRedirect(fetched.url, entry, state);
  const counted = { bytes, ...(entry.kind === 'file' ? { files: 1 } : { pages: 1 }) };
  if (state.families.repeats(fetched.url, inside.visible)) return repeated(entry, counted, bytes);
  const document = inside.holds === 'document' ? (known === undefined ? 'new' : 'changed') : undefined;
  if (document !== undefined) await handOver({ inside, fetched, entry, change: document }, settings);
  const remembered: Remembered = {
    url: entry.url,
    sha256,
    ...(fetched.url === entry.url ? {} : { finalUrl: fetched.url }),
    etag: fetched.evidence.headers.etag,
    lastModified: fetched.evidence.headers['last-modified'],
    fetchedAt: fetched.evidence.fetchedAt,
    size: bytes,
    holds: inside.holds,
    links: inside.found,
  };
  const done = { ...entry, state: 'done' as const, ...(inside.name === '' ? {} : { label: inside.name }) };
  return {
    entry: done,
    outcome: outcomeOf(inside, entry, { bytes, document }),
    remembered,
    found: inside.found,
    skipped: inside.skipped,
    counted: { ...counted, ...documentCounts(document) },
  };
}

function outcomeOf(
  inside: LookedInto,
  entry: FrontierEntry,
  { bytes, document }: Pick<StepOutcome, 'bytes' | 'document'>,
): StepOutcome {
  if (document !== undefined) return { kind: 'fetched', bytes, document };
  if (entry.kind !== 'file' && inside.holds === 'page') return { kind: 'fetched', bytes };
  const code = 'crawl/not-a-document';
  return { kind: 'refused', bytes, refusal: { code, message: skipReasons[code] } };
}

function documentCounts(document: StepOutcome['document']): Partial<RunTotals> {
  if (document === undefined) return {};
  return { documents: 1, ...(document === 'new' ? { newDocuments: 1 } : { changedDocuments: 1 }) };
}

function repeated(entry: FrontierEntry, counted: Partial<RunTotals>, bytes: number): Made {
  const code = 'crawl/same-page';
  const outcome: StepOutcome = { kind: 'refused', bytes, refusal: { code, message: skipReasons[code] } };
  return { ...left(entry, outcome, 'done'), counted };
}

/** Whatever the redirect led to need not be visited again in this run. */
function settleRedirect(url: string, entry: FrontierEntry, state: RunState): void {
  const key = addressKey(url);
  if (key !== entry.key) state.frontier.settle(key);
}

type Handed = {
  readonly inside: LookedInto;
  readonly fetched: Extract<Visit, { kind: 'content' }>['fetched'];
  readonly entry: FrontierEntry;
  readonly change: 'new' | 'changed';
};

async function handOver(
  { inside, fetched, entry, change }: Handed,
  { site, onDocument }: CrawlSettings,
): Promise<void> {
  await onDocument({
    site: site.name,
    bytes: fetched.bytes,
    kind: fetched.kind,
    name: inside.name,
    url: entry.url,
    foundOn: entry.parent,
    linkText: entry.label,
    evidence: fetched.evidence,
    change,
  });
}

function unchangedStep(
  { known, bytes, fetched }: Extract<Visit, { kind: 'unchanged' }>,
  entry: FrontierEntry,
  { state }: Context,
): Made {
  settleRedirect(fetched.url, entry, state);
  const isDocument = known.holds === 'document';
  return {
    entry: { ...entry, state: 'done' },
    outcome: { kind: 'unchanged', bytes },
    remembered: undefined,
    found: known.links.map((link) => ({ ...link, state: 'waiting' })),
    skipped: [],
    counted: { unchanged: 1, bytes, ...(isDocument ? { documents: 1 } : {}) },
  };
}

async function goneStep(
  { known, refusal }: Extract<Visit, { kind: 'gone' }>,
  entry: FrontierEntry,
  settings: CrawlSettings,
): Promise<Made> {
  if (known?.holds !== 'document') return left(entry, { kind: 'refused', bytes: 0, refusal }, 'skipped');
  await settings.onWithdrawn(entry.url);
  const step = left(entry, { kind: 'withdrawn', bytes: 0, refusal }, 'done');
  return { ...step, counted: { withdrawnDocuments: 1 } };
}

function troubledStep(
  { refusal }: Extract<Visit, { kind: 'troubled' }>,
  entry: FrontierEntry,
  state: RunState,
): Made {
  const attempts = (entry.attempts ?? 0) + 1;
  if (attempts >= mostAttempts)
    return {
      ...left({ ...entry, attempts }, { kind: 'failed', bytes: 0, refusal }, 'skipped'),
      counted: { failed: 1 },
    };
  // Behind everything else: whatever ails the address has time to pass.
  const again: FrontierEntry = { ...entry, attempts, score: entry.score - 1000 };
  state.frontier.putBack(again);
  return { ...left(again, { kind: 'postponed', bytes: 0, refusal }, 'waiting'), counted: {} };
}

function left(entry: FrontierEntry, outcome: StepOutcome, state: FrontierEntry['state']): Made {
  const counted = state === 'skipped' ? { skipped: 1 } : {};
  return { entry: { ...entry, state }, outcome, remembered: undefined, found: [], skipped: [], counted };
}

/** Wanted is what is not just another menu or page of a list. */
function gainOf({ outcome, entry }: Omit<Made, 'counted'>, found: readonly FrontierEntry[]): Gain {
  if (outcome.document !== undefined) return 'something';
  if (found.some(({ kind }) => kind === 'file' || kind === 'page')) return 'something';
  const family = addressFamily(entry.url);
  return found.some(({ url }) => addressFamily(url) === family) ? 'more-of-its-kind' : 'nothing';
}

async function record({ counted, ...made }: Made, state: RunState, settings: CrawlSettings): Promise<void> {
  const found = state.frontier.add(made.found);
  const skipped = state.newlySkipped(made.skipped);
  if (made.outcome.kind === 'fetched' || made.outcome.kind === 'refused')
    state.families.note(made.entry, gainOf(made, found));
  state.totals = added(added(state.totals, counted), { skipped: skipped.length });
  const step: CrawlStep = { ...made, found, skipped, totals: state.totals };
  await settings.memory.record(state.run, step);
  settings.onStep?.(step);
}
