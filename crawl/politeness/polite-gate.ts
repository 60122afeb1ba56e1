import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import type { Gate, GetOptions } from '../request/client.ts';
import { requestRefusal } from '../request/request-refusals.ts';
import type { HostTurns } from './host-turns.ts';
import type { RobotsCache } from './robots-cache.ts';

/** How a site is to be treated. */
export type Manners = {
  readonly turns: HostTurns;
  readonly robots: RobotsCache;
  /** Least pause between the end of one request and the start of the next to a host; Crawl-delay may lengthen it. */
  readonly intervalMilliseconds: number;
  /** Where the operator's site allows its requests to go, redirects included. */
  readonly mayVisit: (url: URL) => boolean;
  readonly ports: readonly string[];
  readonly signal?: AbortSignal | undefined;
};

/** A gate for every hop: inside the site, allowed by robots.txt, one at a time, not before its time. */
export function politeGate(manners: Manners): Gate {
  return async (url) => {
    if (!manners.mayVisit(url))
      return refuse('crawl/off-site', {
        zh: `重定向到站点范围之外（${url.host}）`,
        en: `redirected outside of the site (${url.host})`,
      });
    const policy = await manners.robots.policyFor(url, robotsOptions(manners));
    if (policy.kind === 'closed')
      return refuse('crawl/robots-unreachable', {
        zh: `读不到 ${url.host} 的 robots.txt，按规定暂不抓取`,
        en: `robots.txt of ${url.host} cannot be read, so nothing is fetched for now`,
      });
    if (!policy.isAllowed(url.href))
      return refuse('crawl/robots', { zh: 'robots.txt 不允许抓取', en: 'robots.txt does not allow it' });
    return turnAt(url, Math.max(manners.intervalMilliseconds, policy.delayMilliseconds), manners);
  };
}

/** The rules themselves may lie anywhere that is safe; only turns are taken for them. */
function robotsOptions(manners: Manners): GetOptions {
  const { signal, ports } = manners;
  return {
    ports,
    gate: (url) => turnAt(url, manners.intervalMilliseconds, manners),
    ...(signal === undefined ? {} : { signal }),
  };
}

async function turnAt(url: URL, pause: number, { turns, signal }: Manners): Promise<Result<() => void>> {
  try {
    return accept(await turns.take(url.host, pause, signal));
  } catch (problem) {
    if (signal?.aborted) return { ok: false, refusal: requestRefusal('request/stopped') };
    throw problem;
  }
}
