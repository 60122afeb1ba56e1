import robotsModule from 'robots-parser';
import type { TestSite } from './resource.ts';
import type { SeenRequest } from './test-web.ts';

/** See `crawl/politeness/robots-policy.ts`. */
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** What a server can hold against a crawler; empty when it behaved. */
export function complaints(
  seen: readonly SeenRequest[],
  sites: readonly TestSite[],
  intervalMilliseconds: number,
): readonly string[] {
  return sites.flatMap((site) => {
    const own = seen.filter(({ host }) => host === site.host);
    return [
      ...forbidden(own, site),
      ...tooSoon(own, intervalMilliseconds),
      ...atOnce(own),
      ...twice(own, site),
      ...nameless(own),
    ];
  });
}

function forbidden(seen: readonly SeenRequest[], { robots, host }: TestSite): readonly string[] {
  if (robots === undefined) return [];
  const rules = parseRobots(`http://${host}/robots.txt`, robots);
  return seen
    .filter(
      ({ path }) => path !== '/robots.txt' && rules.isAllowed(`http://${host}${path}`, 'fuhe') === false,
    )
    .map(({ path }) => `${host}${path} is forbidden`);
}

function tooSoon(seen: readonly SeenRequest[], interval: number): readonly string[] {
  return seen.slice(1).flatMap((request, index) => {
    const gap = request.at - (seen[index]?.at ?? 0);
    return gap < interval ? [`${request.host}${request.path} came after ${gap} ms`] : [];
  });
}

/** A connection may close a moment after its answer was read; an answer that is still being written when the next request comes is not done. */
function atOnce(seen: readonly SeenRequest[]): readonly string[] {
  return seen.slice(1).flatMap((request, index) => {
    const before = seen[index];
    const isOver = before?.ended !== undefined && before.ended <= request.at;
    return isOver ? [] : [`${request.host}${request.path} came during ${before?.path}`];
  });
}

/** What never came to an end may be tried again. */
function twice(seen: readonly SeenRequest[], { resources }: TestSite): readonly string[] {
  const counts = new Map<string, number>();
  const whole = seen.filter(
    ({ status, path }) => status === 200 && resources.get(path)?.manner === undefined,
  );
  for (const { path } of whole) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([path, count]) => `${path} was fetched ${count} times`);
}

function nameless(seen: readonly SeenRequest[]): readonly string[] {
  return seen
    .filter(({ userAgent }) => !/^fuhe\/\S+ \(\+.+\)$/.test(userAgent))
    .map(({ path }) => `${path} by nobody`);
}
