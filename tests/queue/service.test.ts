import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeDrop } from '../../queue/intake/take-drop.ts';
import { silentLog } from '../../queue/log.ts';
import { operationPage } from '../../queue/operation-pages.ts';
import { setQueueState } from '../../queue/paused-queues.ts';
import { type Service, startService } from '../../queue/service.ts';
import type { Store } from '../../store/open-store.ts';
import { type MortalRedis, startMortalRedis } from '../servers/mortal-redis.ts';
import { openStallingProxy } from '../servers/stalling-proxy.ts';
import { eventually } from './eventually.ts';
import { addTable, temporaryStore } from './store-for-test.ts';

let redis: MortalRedis;
beforeAll(async () => {
  redis = await startMortalRedis();
});
afterAll(() => redis.stop());

type Given = { readonly store: Store; readonly inboxIn?: string; readonly redisUrl?: string };

function start({ store, inboxIn, redisUrl }: Given): Promise<Service> {
  const inbox = (folder: string) => ({
    folder: path.join(folder, 'inbox'),
    done: path.join(folder, 'done'),
    failed: path.join(folder, 'failed'),
    watch: 'events' as const,
    restFor: 50,
    pollEvery: 50,
    rescanEvery: 3_600_000,
  });
  return startService({
    store,
    widths: { check: 1 },
    language: 'zh',
    worker: 'tester',
    reconcileEvery: 500,
    leaseFor: 3_000,
    feedEvery: 100,
    log: silentLog,
    ...(inboxIn === undefined ? {} : { inbox: inbox(inboxIn) }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
  });
}

const allDone = (store: Store, count: number) => async (): Promise<void> => {
  expect((await store.ledger.counts()).map(({ state, count: of }) => [state, of])).toEqual([['done', count]]);
};

describe.each(['inline', 'bullmq'])('a service with the %s runner', (kind) => {
  const given = async (): Promise<{ redisUrl?: string }> => {
    if (kind === 'inline') return {};
    await redis.flush();
    return { redisUrl: redis.url };
  };

  test('checks what is recorded and keeps result and reading', async () => {
    await using place = await temporaryStore();
    const service = await start({ store: place.store, ...(await given()) });
    const { sha256 } = await addTable(place.store, 1);
    service.wake();
    await eventually(async () => expect(await place.store.results.current(sha256)).toBeDefined());
    expect(await service.close(5_000)).toBe('finished');
    const result = await place.store.results.current(sha256);
    expect(result).toMatchObject({ status: 'checked', file: '自评表1.md', sha256 });
    expect(await place.store.results.record(sha256)).toMatchObject({ mediaType: expect.any(String) });
  });

  test('takes drops in, moves them only then, and knows the same bytes again', async () => {
    await using place = await temporaryStore();
    const inbox = path.join(place.folder, 'inbox');
    mkdirSync(path.join(inbox, '广州/教育局'), { recursive: true });
    writeFileSync(path.join(inbox, '广州/教育局/表.md'), '| 指标 | 分值 | 得分 |\n');
    writeFileSync(path.join(inbox, '再来一份.md'), '| 指标 | 分值 | 得分 |\n');
    const service = await start({ store: place.store, inboxIn: place.folder, ...(await given()) });
    await eventually(() => {
      expect(existsSync(path.join(place.folder, 'done/广州/教育局/表.md'))).toBe(true);
      expect(existsSync(path.join(place.folder, 'done/再来一份.md'))).toBe(true);
    });
    await eventually(allDone(place.store, 1));
    await service.close(5_000);
    const [document] = await place.store.documents.find('表.md');
    expect(await place.store.documents.tags(document?.sha256 ?? '')).toEqual(['广州', '教育局']);
    expect(await place.store.documents.origins(document?.sha256 ?? '')).toHaveLength(2);
  });

  test('lets a paused queue stand still until it is resumed, whoever said so', async () => {
    await using place = await temporaryStore();
    const { settings } = place.store;
    await setQueueState(settings, { queue: 'check', state: 'paused', who: 'tester' });
    const service = await start({ store: place.store, ...(await given()) });
    await eventually(async () =>
      expect((await service.runner.status()).find(({ queue }) => queue === 'check')?.state).toBe('paused'),
    );
    await addTable(place.store, 1);
    service.wake();
    await eventually(async () =>
      expect((await service.runner.status()).find(({ queue }) => queue === 'check')?.waiting).toBe(1),
    );
    await setQueueState(settings, { queue: 'check', state: 'running', who: 'tester' });
    await eventually(allDone(place.store, 1));
    expect((await place.store.workers.list(60_000)).map(({ queues }) => queues)).toEqual([['check']]);
    await service.close(5_000);
    expect(await place.store.workers.list(60_000)).toEqual([]);
  });

  test('answers its watchers', async () => {
    await using place = await temporaryStore();
    const service = await start({ store: place.store, ...(await given()) });
    await addTable(place.store, 1);
    await eventually(allDone(place.store, 1));
    const ready = await operationPage('/readyz', service);
    const metrics = await operationPage('/metrics', service);
    expect(ready).toMatchObject({ status: 200, body: expect.stringContaining('"record":"up"') });
    expect(metrics?.body).toContain('fuhe_stages{stage="check",state="done"} 1');
    expect(metrics?.body).toContain('fuhe_stage_seconds_count{stage="check",ending="checked"} 1');
    expect(metrics?.body).toContain('fuhe_queue_up 1');
    expect((await operationPage('/healthz', service))?.status).toBe(200);
    expect(await operationPage('/else', service)).toBeUndefined();
    await service.close(5_000);
  });
});

describe('a service on Redis', () => {
  const tables = 25;
  const addTables = async (store: Store): Promise<void> => {
    for (let number = 0; number < tables; number += 1) await addTable(store, number);
  };

  test('finishes everything although Redis is emptied in the middle', async () => {
    await using place = await temporaryStore();
    const service = await start({ store: place.store, redisUrl: redis.url });
    await addTables(place.store);
    for (let time = 0; time < 3; time += 1) {
      service.wake();
      await redis.flush();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await eventually(allDone(place.store, tables), 40_000);
    await service.close(5_000);
  });

  test('takes documents in while Redis is dead and finishes them when it is back', async () => {
    await using place = await temporaryStore();
    const service = await start({ store: place.store, redisUrl: redis.url });
    await redis.kill();
    await addTables(place.store);
    expect(await service.health()).toEqual({ ready: true, record: 'up', queue: 'down' });
    expect((await operationPage('/metrics', service))?.body).toContain('fuhe_queue_up 0');
    await redis.start();
    await eventually(allDone(place.store, tables), 40_000);
    await service.close(5_000);
  });

  test('starts although Redis is not there yet', async () => {
    await using place = await temporaryStore();
    await redis.kill();
    const service = await start({ store: place.store, redisUrl: redis.url });
    await addTable(place.store, 1);
    await redis.start();
    await eventually(allDone(place.store, 1), 40_000);
    await service.close(5_000);
  });

  test.each(['open', 'all'] as const)(
    'finishes everything after its network fell silent (%s connections)',
    async (which) => {
      await using place = await temporaryStore();
      await redis.flush();
      const proxy = await openStallingProxy(redis.port);
      const service = await start({ store: place.store, redisUrl: `redis://127.0.0.1:${proxy.port}` });
      await addTable(place.store, 1);
      await eventually(allDone(place.store, 1), 40_000);
      proxy.stall(which);
      await addTables(place.store);
      expect(await service.health()).toMatchObject({ ready: true, record: 'up', queue: 'down' });
      proxy.heal();
      await eventually(allDone(place.store, tables), 90_000);
      await service.close(5_000);
      await proxy.close();
    },
    150_000,
  );

  test('loses nothing while Redis is full', async () => {
    await using place = await temporaryStore();
    const service = await start({ store: place.store, redisUrl: redis.url });
    await redis.ask('CONFIG SET maxmemory 1');
    await addTables(place.store);
    service.wake();
    await eventually(async () =>
      expect((await service.metrics.text()).match(/fuhe_problems_total (\d+)/)?.[1]).not.toBe('0'),
    );
    await redis.ask('CONFIG SET maxmemory 0');
    await eventually(allDone(place.store, tables), 40_000);
    await service.close(5_000);
  });
});

test('a file that is too large for the record goes to failed with its reason', async () => {
  await using place = await temporaryStore();
  const file = path.join(place.folder, '巨.pdf');
  writeFileSync(file, 'more than ten bytes');
  const taken = await takeDrop({ file, relative: '巨.pdf', tags: [] }, place.store, {
    done: path.join(place.folder, 'done'),
    failed: path.join(place.folder, 'failed'),
    largestInBytes: 10,
  });
  expect(taken?.kind).toBe('failed');
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(path.join(place.folder, 'failed/巨.pdf.reason.txt'), 'utf8')).toContain(
    'limits/too-large',
  );
});
