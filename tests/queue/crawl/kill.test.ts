import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../../store/open-store.ts';
import { redisUrl } from '../../servers/redis.ts';
import { makeArticles } from '../../web/articles.ts';
import { pathOf } from '../../web/crawl-test-site.ts';
import { trs } from '../../web/families/trs.ts';
import type { TestSite } from '../../web/resource.ts';
import { buildSite } from '../../web/site-builder.ts';
import { openTestWeb, type TestWeb } from '../../web/test-web.ts';

let site: TestSite;
let web: TestWeb;
const folders: string[] = [];

beforeAll(async () => {
  site = buildSite(trs('trs.test'), await makeArticles(900, 20));
  web = await openTestWeb([site]);
});

afterAll(async () => {
  await web.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Fetches after which the crawler is killed; the last one of each life is the one on its way. */
const kills = [3, 8];

function start(folder: string, redis: readonly string[]): ChildProcess {
  const script = path.join(import.meta.dirname, 'crawl-child.ts');
  const words = [script, folder, String(web.port), site.host, site.start, ...redis];
  return spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
}

async function killAfter(child: ChildProcess, requests: number): Promise<void> {
  const until = web.seen.length + requests;
  while (web.seen.length < until && child.exitCode === null) await setTimeout(2);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe.each(['inline', 'redis'] as const)('a crawl that is killed again and again (%s)', (mode) => {
  test('goes on without fetching again what was recorded', async () => {
    web.seen.length = 0;
    const folder = await mkdtemp(path.join(tmpdir(), 'fuhe-crawl-'));
    folders.push(folder);
    const redis = mode === 'redis' ? [await redisUrl(), `{crawl-${process.pid}}`] : [];
    for (const requests of kills) await killAfter(start(folder, redis), requests);
    const last = start(folder, redis);
    const [status] = await once(last, 'exit');
    expect(status).toBe(0);

    const fetched = web.seen.filter((seen) => seen.status === 200 && seen.path !== '/robots.txt');
    const again = fetched.length - new Set(fetched.map((seen) => seen.path)).size;
    // One request was on its way at each kill.
    expect(again).toBeLessThanOrEqual(kills.length);
    const store = await openStore({ dataFolder: folder, engine: '1.0.0' });
    const kept = new Set((await store.crawl.documents(site.host)).map(({ url }) => pathOf(url)));
    expect([...site.reports].filter((report) => !kept.has(report))).toEqual([]);
    expect(await store.crawl.runs(site.host, 5)).toHaveLength(1);
    await store.close();
  });
});
