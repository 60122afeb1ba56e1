import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryInProcess } from '../../../crawl/memory/memory-in-process.ts';
import { allFamilies } from '../../web/all-families.ts';
import {
  crawlOnce,
  pathOf,
  siteOf,
  type TestCrawl,
  testInterval,
  testMeans,
} from '../../web/crawl-test-site.ts';
import type { TestSite } from '../../web/resource.ts';
import { openTestWeb, type TestWeb } from '../../web/test-web.ts';
import { complaints } from '../../web/verify-manners.ts';

let web: TestWeb;
let sites: readonly TestSite[];
let means: ReturnType<typeof testMeans>;
const memory = memoryInProcess();
const first = new Map<string, TestCrawl>();

const crawlAll = (): Promise<readonly (readonly [string, TestCrawl])[]> =>
  Promise.all(
    sites.map(async (site) => [site.host, await crawlOnce(siteOf(web, site), means, { memory })] as const),
  );

beforeAll(async () => {
  sites = await allFamilies(50);
  web = await openTestWeb(sites);
  means = testMeans(web);
  for (const [host, crawl] of await crawlAll()) first.set(host, crawl);
});

afterAll(async () => {
  await means.close();
  await web.close();
});

const families = ['trs.test', 'vsb.test', 'jcms.test', 'asp.test', 'json.test', 'jspx.test'];

function siteAt(host: string): TestSite {
  const site = sites.find((each) => each.host === host);
  if (site === undefined) throw new RangeError(host);
  return site;
}

describe('a crawl of the test web', () => {
  test.each(families)('finds every report of %s', (host) => {
    const crawl = first.get(host);
    const found = new Set(
      crawl?.documents.flatMap(({ evidence }) => evidence.hops.map(({ url }) => pathOf(url))),
    );
    const asked = [...siteAt(host).reports].filter((path) => !found.has(path) && !found.has(encodeURI(path)));
    expect(asked).toEqual([]);
    expect(siteAt(host).reports.size).toBeGreaterThan(20);
    expect(crawl?.outcome).toBe('complete');
  });

  test('fetches hardly a file without an assessment', () => {
    const fetched = [...first].flatMap(([host, { documents }]) =>
      documents.map(({ evidence }) => siteAt(host).reports.has(pathOf(evidence.hops.at(-1)?.url ?? ''))),
    );
    const vain = fetched.filter((holds) => !holds).length;
    expect(fetched.length).toBeGreaterThan(150);
    expect(vain / fetched.length).toBeLessThanOrEqual(0.05);
  });

  test('gives the server nothing to complain about', () => {
    expect(complaints(web.seen, sites, testInterval)).toEqual([]);
    expect(web.seen.length).toBeGreaterThan(300);
  });

  test('leaves traps after a while', () => {
    const trapped = web.seen.filter(({ path }) => /^\/(?:calendar|s\/)/.test(path));
    expect(trapped.length).toBeGreaterThan(0);
    expect(trapped.length).toBeLessThan(60);
  });

  test('says of every other address why it was left', () => {
    const reasons = new Set(
      [...first.values()].flatMap(({ steps }) =>
        steps.flatMap(({ skipped }) => skipped.map(({ reason }) => reason)),
      ),
    );
    for (const reason of ['crawl/off-site', 'crawl/title', 'crawl/not-a-candidate'])
      expect(reasons).toContain(reason);
    const refusals = [...first.values()].flatMap(({ steps }) =>
      steps.flatMap(({ outcome }) => outcome.refusal?.code ?? []),
    );
    for (const code of [
      'crawl/robots',
      'request/special-address',
      'crawl/not-found',
      'request/deadline',
      'request/too-large',
    ])
      expect(refusals).toContain(code);
  });

  test('takes names from the words of links', () => {
    const names = first.get('jcms.test')?.documents.map(({ name }) => name) ?? [];
    expect(names).toContain('附件1：项目支出绩效自评表.doc');
  });
});

describe('the second crawl', () => {
  test('fetches only what changed, and notes what was withdrawn', async () => {
    const site = siteAt('trs.test');
    const [changed = '', gone = ''] = [...site.reports].filter((path) => path.includes('/P0202408'));
    const before = site.resources.get(changed);
    if (before !== undefined)
      site.resources.set(changed, {
        ...before,
        body: Buffer.concat([before.body, Buffer.alloc(4)]),
        etag: '"new"',
      });
    site.resources.delete(gone);
    web.seen.length = 0;
    const second = new Map(await crawlAll());
    const documents = [...second.values()].flatMap((crawl) =>
      crawl.documents.map(({ url, change }) => [pathOf(url), change]),
    );
    expect(documents).toEqual([[changed, 'changed']]);
    expect(second.get('trs.test')?.withdrawn.map(pathOf)).toEqual([gone]);
    const files = web.seen.filter(({ path, host }) => siteAt(host).resources.get(path)?.etag !== undefined);
    expect(files.filter(({ status }) => status === 200).map(({ path }) => path)).toEqual([changed]);
    expect(complaints(web.seen, sites, testInterval)).toEqual([]);
  });
});
