import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conventionSites } from '../../web/conventions/index.ts';
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

const hosts = ['select.test', 'script.test', 'data.test', 'counted.test', 'records.test'];

let web: TestWeb;
let sites: readonly TestSite[];
let means: ReturnType<typeof testMeans>;
const crawls = new Map<string, TestCrawl>();

beforeAll(async () => {
  sites = await conventionSites(40);
  web = await openTestWeb(sites);
  means = testMeans(web);
  await Promise.all(
    sites.map(async (site) => crawls.set(site.host, await crawlOnce(siteOf(web, site), means))),
  );
});

afterAll(async () => {
  await means.close();
  await web.close();
});

describe('a crawl of sites with other conventions', () => {
  test.each(hosts)('finds every report of %s', (host) => {
    const site = sites.find((each) => each.host === host);
    const found = new Set(crawls.get(host)?.documents.map(({ url }) => pathOf(url)));
    const missed = [...(site?.reports ?? [])].filter((path) => !found.has(path));
    expect(site?.reports.size).toBeGreaterThan(15);
    expect(missed).toEqual([]);
  });

  test('fetches hardly a file without an assessment', () => {
    const held = [...crawls].flatMap(([host, { documents }]) =>
      documents.map(({ url }) => sites.find((site) => site.host === host)?.reports.has(pathOf(url))),
    );
    expect(held.filter((holds) => holds !== true).length / held.length).toBeLessThanOrEqual(0.05);
  });

  test('gives the servers nothing to complain about', () => {
    expect(complaints(web.seen, sites, testInterval)).toEqual([]);
  });
});
