import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../../crawl/request/client.ts';
import { siteSchema } from '../../../crawl/site.ts';
import { crawlIntoStore } from '../../../queue/crawl/crawl-stage.ts';
import { enqueueDue } from '../../../queue/schedules/start-schedules.ts';
import { makeArticles } from '../../web/articles.ts';
import { pathOf, siteOf, testMeans } from '../../web/crawl-test-site.ts';
import { vsb } from '../../web/families/vsb.ts';
import type { TestSite } from '../../web/resource.ts';
import { buildSite } from '../../web/site-builder.ts';
import { openTestWeb, type TestWeb } from '../../web/test-web.ts';
import { temporaryStore } from '../store-for-test.ts';

let test1: TestSite;
let web: TestWeb;
let means: ReturnType<typeof testMeans>;

beforeAll(async () => {
  test1 = buildSite(vsb('vsb.test'), await makeArticles(50, 12));
  web = await openTestWeb([test1]);
  means = testMeans(web);
});

afterAll(async () => {
  await means.close();
  await web.close();
});

const never = new AbortController().signal;

describe('a crawl into the store', () => {
  test('keeps documents with the evidence of how they were fetched, and makes their checks due', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    const settings = { store, means, worker: 'a', leaseFor: 10_000, now: () => new Date() };
    expect(await crawlIntoStore(siteOf(web, test1), settings, never)).toBe('complete');
    const known = await store.crawl.documents('vsb.test');
    expect(new Set(known.map(({ url }) => pathOf(url)))).toEqual(test1.reports);
    const documents = await store.documents.page(undefined, 100);
    const [first] = documents;
    expect(first?.status).toBe('waiting');
    const [origin] = await store.documents.origins(first?.sha256 ?? '');
    expect(origin?.origin).toMatchObject({ kind: 'url', site: 'vsb.test', evidence: { status: 200 } });
    expect((await store.ledger.due('check', { limit: 100 })).length).toBe(documents.length);
    expect(await crawlIntoStore(siteOf(web, test1), settings, never)).toBe('complete');
    expect((await store.crawl.runs('vsb.test', 5)).map(({ summary }) => summary)).toMatchObject([
      { totals: { newDocuments: 0, documents: known.length } },
      { totals: { newDocuments: known.length } },
    ]);
  });

  test('is left to the one who crawls the site already', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    const settings = { store, means, leaseFor: 10_000, now: () => new Date() };
    const site = siteOf(web, test1);
    const outcomes = await Promise.all(
      ['a', 'b'].map((worker) => crawlIntoStore(site, { ...settings, worker }, never)),
    );
    expect(outcomes.toSorted()).toEqual(['busy', 'complete']);
  });

  test('that finds nobody at home three times raises an alert, which ends when the site is back', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    const lost = createClient({ userAgent: 'fuhe-test', allowPrivate: [], resolve: async () => [] });
    const settings = { store, worker: 'a', leaseFor: 10_000, now: () => new Date() };
    const away = {
      ...means,
      client: lost,
      robots: {
        policyFor: async () => ({ kind: 'open' as const, isAllowed: () => true, delayMilliseconds: 0 }),
      },
    };
    for (let run = 0; run < 3; run += 1)
      await crawlIntoStore(siteOf(web, test1), { ...settings, means: away }, never);
    expect((await store.crawl.alerts('vsb.test')).map(({ kind }) => kind)).toEqual(['dead-site']);
    await crawlIntoStore(siteOf(web, test1), { ...settings, means }, never);
    expect(await store.crawl.alerts('vsb.test')).toEqual([]);
    await lost.close();
  });
});

describe('schedules', () => {
  const site = siteSchema.parse({
    name: 'a',
    start: ['http://www.example.gov.cn/'],
    schedule: { cron: '0 3 * * *', timeZone: 'UTC', jitterMinutes: 0 },
  });

  test('send a site once for all starts that were missed, and again when its crawl was cut off', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    const sent: string[] = [];
    let now = new Date('2026-03-01T00:00:00Z');
    const look = () =>
      enqueueDue({
        sites: [site],
        settings: store.settings,
        now: () => now,
        onProblem: () => {},
        runner: { enqueue: async (_, tickets) => void sent.push(...tickets.map(({ id }) => id)) },
      });
    expect(await look()).toEqual([]);
    now = new Date('2026-03-09T12:00:00Z');
    expect(await look()).toEqual(['a']);
    const { noteStart, noteEnd } = await import('../../../queue/schedules/site-state.ts');
    await noteStart(store.settings, 'a', now);
    expect(await look()).toEqual(['a']);
    await noteEnd(store.settings, 'a');
    expect(await look()).toEqual([]);
    now = new Date('2026-03-10T03:00:00Z');
    expect(await look()).toEqual(['a']);
    expect(sent).toEqual(['a', 'a', 'a']);
  });
});
