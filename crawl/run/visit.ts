import { createHash } from 'node:crypto';
import { accept, type Refusal, refuse } from '../../model/outcome-channels.ts';
import { addressKey } from '../discover/address-key.ts';
import { isOnSite } from '../discover/judge-links.ts';
import { type SkipReason, skipReasons } from '../discover/skip-reasons.ts';
import type { FrontierEntry, Remembered } from '../memory/crawl-memory.ts';
import { politeGate } from '../politeness/polite-gate.ts';
import { retryAfter } from '../politeness/retry-after.ts';
import type { Gate } from '../request/client.ts';
import type { Fetched } from '../request/fetched.ts';
import { isPassing } from '../request/request-refusals.ts';
import { siteHosts } from '../site.ts';
import type { CrawlSettings } from './crawl-settings.ts';

/** What stands at an address now, before anybody looked into it. */
export type Visit =
  | {
      readonly kind: 'content';
      readonly fetched: Fetched;
      readonly sha256: string;
      readonly known: Remembered | undefined;
    }
  | {
      readonly kind: 'unchanged';
      readonly known: Remembered;
      readonly bytes: number;
      readonly fetched: Fetched;
    }
  | { readonly kind: 'gone'; readonly known: Remembered | undefined; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** May succeed later. */
  | { readonly kind: 'troubled'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' };

/** Longest rest that a host may ask for within a run, in milliseconds. */
const longestRest = 120_000;

/** A host that asks for a rest without saying how long. */
const usualRest = 10_000;

/** Fetches one address of a run, with what is known of it as condition. `isDone` tells addresses that this run was at. */
export async function visit(
  entry: FrontierEntry,
  settings: CrawlSettings,
  isDone: (key: string) => boolean,
): Promise<Visit> {
  const { site, memory, means, signal } = settings;
  const known = await memory.recall(site.name, entry.key);
  const got = await means.client.get(entry.url, {
    gate: gateFor(entry, settings, isDone),
    ports: siteHosts(site),
    ...(known === undefined
      ? {}
      : { validators: { etag: known.etag, lastModified: known.lastModified, of: known.finalUrl } }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!got.ok) return refusedVisit(got.refusal);
  return answeredVisit(got.value, known, settings);
}

function gateFor(entry: FrontierEntry, settings: CrawlSettings, isDone: (key: string) => boolean): Gate {
  const { site, means, signal } = settings;
  const polite = politeGate({
    turns: means.turns,
    robots: means.robots,
    intervalMilliseconds: site.intervalSeconds * 1000,
    mayVisit: (url) => isOnSite(site, url),
    ports: siteHosts(site),
    signal,
  });
  return async (url) => {
    const key = addressKey(url);
    if (key !== entry.key && isDone(key)) return refuse('crawl/same-page', skipReasons['crawl/same-page']);
    const turn = await polite(url);
    return turn.ok ? accept(turn.value) : turn;
  };
}

function refusedVisit(refusal: Refusal): Visit {
  if (refusal.code === 'request/stopped') return { kind: 'stopped' };
  const isTrouble = isPassing(refusal) && refusal.code !== 'request/no-host';
  return { kind: isTrouble ? 'troubled' : 'refused', refusal };
}

function answeredVisit(fetched: Fetched, known: Remembered | undefined, settings: CrawlSettings): Visit {
  const { status, bytes } = fetched;
  if (status === 304 && known !== undefined) return { kind: 'unchanged', known, bytes: 0, fetched };
  if (status === 404 || status === 410)
    return { kind: 'gone', known, refusal: said('crawl/not-found', String(status)) };
  if (status === 429 || status === 503) {
    rest(fetched, settings);
    return { kind: 'troubled', refusal: said('crawl/status', String(status)) };
  }
  if (status >= 500) return { kind: 'troubled', refusal: said('crawl/status', String(status)) };
  if (status !== 200) return { kind: 'refused', refusal: said('crawl/status', String(status)) };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (known?.sha256 === sha256) return { kind: 'unchanged', known, bytes: bytes.length, fetched };
  return { kind: 'content', fetched, sha256, known };
}

/** A sentence of the crawl with what it is about. */
export function said(code: SkipReason, detail: string): Refusal {
  const { zh, en } = skipReasons[code];
  return { code, message: { zh: `${zh}（${detail}）`, en: `${en} (${detail})` } };
}

function rest({ url, evidence }: Fetched, { means, now }: CrawlSettings): void {
  const asked = retryAfter(evidence.headers['retry-after'], now()) ?? usualRest;
  means.turns.restUntil(new URL(url).host, performance.now() + Math.min(asked, longestRest));
}
