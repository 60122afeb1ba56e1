import { expect, test } from 'vitest';
import type { CrawlStepRecord } from '../../store/crawl/crawl-records.ts';
import { onBothDatabases } from './databases.ts';

const start = { key: 'a', url: 'http://www.tianhe.gov.cn/', label: '首页' };
const file = { key: 'b', url: 'http://www.tianhe.gov.cn/b.pdf', label: '自评表.pdf' };

function step(changes: Partial<CrawlStepRecord> = {}): CrawlStepRecord {
  return {
    address: start,
    entry: { key: 'a', state: 'done' },
    outcome: 'fetched',
    found: [{ key: 'b', entry: { key: 'b', state: 'waiting' } }],
    skipped: [{ key: 'c', url: 'http://other.cn/', label: '友情链接', reason: 'host' }],
    ...changes,
  };
}

const fetchedFile = step({
  address: file,
  entry: { key: 'b', state: 'done' },
  found: [],
  skipped: [],
  remembered: { holds: 'document', sha256: 'ff', value: { etag: '"1"' } },
});

onBothDatabases('crawl', (stores) => {
  test('a run that was cut off goes on where it stopped', async () => {
    const { store, reopen } = await stores.open();
    const run = await store.crawl.openRun('tianhe');
    expect(run.resumed).toBe(false);
    await store.crawl.record(run, step());
    const later = await reopen();
    const again = await later.crawl.openRun('tianhe');
    expect(again).toMatchObject({ id: run.id, resumed: true });
    expect(await later.crawl.frontier(again.id)).toEqual([
      { key: 'a', state: 'done' },
      { key: 'b', state: 'waiting' },
    ]);
    await later.crawl.record(again, fetchedFile);
    await later.crawl.closeRun(again.id, { fetched: 2 });
    expect(await later.crawl.runs('tianhe', 5)).toMatchObject([{ id: run.id, summary: { fetched: 2 } }]);
    expect((await later.crawl.openRun('tianhe')).resumed).toBe(false);
  });

  test('an address is remembered after its success only, and forgotten as a document once it is withdrawn', async () => {
    const { store } = await stores.open();
    const run = await store.crawl.openRun('tianhe');
    await store.crawl.record(run, fetchedFile);
    await store.crawl.record(run, step({ address: file, outcome: 'failed', reason: 'timeout', found: [] }));
    expect(await store.crawl.recall('tianhe', 'b')).toEqual({ etag: '"1"' });
    expect(await store.crawl.recall('haizhu', 'b')).toBeUndefined();
    expect(await store.crawl.documents('tianhe')).toEqual([file]);
    await store.crawl.record(run, step({ address: file, outcome: 'withdrawn', found: [], skipped: [] }));
    expect(await store.crawl.documents('tianhe')).toEqual([]);
    expect((await store.crawl.log('tianhe', { key: 'b' })).map(({ outcome }) => outcome)).toEqual([
      'withdrawn',
      'failed',
      'fetched',
    ]);
  });

  test('the log says of every address why it was not fetched', async () => {
    const { store } = await stores.open();
    const run = await store.crawl.openRun('tianhe');
    await store.crawl.record(run, step());
    expect(await store.crawl.log('tianhe', { run: run.id, outcome: 'skipped' })).toMatchObject([
      { url: 'http://other.cn/', label: '友情链接', reason: 'host' },
    ]);
  });

  test('of old runs only what happened stays in the log', async () => {
    const { store } = await stores.open();
    for (let round = 0; round < 33; round += 1) {
      const run = await store.crawl.openRun('tianhe');
      await store.crawl.record(run, step({ found: [] }));
      await store.crawl.closeRun(run.id, {});
    }
    const log = await store.crawl.log('tianhe', { limit: 1000 });
    expect(log.filter(({ outcome }) => outcome === 'fetched')).toHaveLength(33);
    expect(log.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(31);
  });

  test('two servers never hold one site, and a lease that ran out is lost', async () => {
    const { store, reopen, pass } = await stores.open();
    const other = await reopen();
    const leases = await Promise.all(
      [store, other, store, other].map((each, index) =>
        each.crawl.lease('tianhe', `server-${index}`, 60_000),
      ),
    );
    const [held] = leases.flatMap((lease) => lease ?? []);
    expect(leases.filter((lease) => lease !== undefined)).toHaveLength(1);
    if (!held) throw new Error('nobody holds the site');
    pass(50_000);
    expect(await store.crawl.prolong(held, 60_000)).toBe(true);
    pass(61_000);
    const next = await other.crawl.lease('tianhe', 'server-9', 60_000);
    expect(next).toBeDefined();
    expect(await store.crawl.prolong(held, 60_000)).toBe(false);
    await store.crawl.release(held);
    expect(await store.crawl.lease('tianhe', 'server-1', 60_000)).toBeUndefined();
    if (next) await other.crawl.release(next);
    expect(await store.crawl.lease('tianhe', 'server-1', 60_000)).toBeDefined();
  });

  test('an alert is raised once, until it is settled', async () => {
    const { store, pass, now } = await stores.open();
    const raisedAt = now();
    await store.crawl.raise('tianhe', 'dead-site', { failures: 3 });
    pass(60_000);
    await store.crawl.raise('tianhe', 'dead-site', { failures: 4 });
    expect(await store.crawl.alerts('tianhe')).toEqual([
      { site: 'tianhe', kind: 'dead-site', raisedAt, detail: { failures: 4 } },
    ]);
    await store.crawl.settle('tianhe', 'dead-site');
    expect(await store.crawl.alerts()).toEqual([]);
  });
});
