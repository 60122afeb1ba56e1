import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArticles } from '../../web/articles.ts';
import { trs } from '../../web/families/trs.ts';
import type { TestSite } from '../../web/resource.ts';
import { buildSite } from '../../web/site-builder.ts';
import { openTestWeb, type TestWeb } from '../../web/test-web.ts';

const main = path.join(import.meta.dirname, '../../../cli/main.ts');

let site: TestSite;
let web: TestWeb;
let folder: string;

beforeAll(async () => {
  // The command resolves names itself, so the site goes by its address.
  site = buildSite({ ...trs('127.0.0.1'), host: '127.0.0.1' }, await makeArticles(70, 10));
  web = await openTestWeb([site]);
  folder = await mkdtemp(path.join(tmpdir(), 'fuhe-sites-'));
  await configure({});
});

afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

async function configure(more: Record<string, unknown>): Promise<void> {
  const described = {
    name: '试点',
    start: [`http://127.0.0.1:${web.port}${site.start}`],
    intervalSeconds: 0.01,
    ...more,
  };
  const config = {
    crawl: { contact: 'mailto:operator@example.org', allowPrivate: ['127.0.0.1'] },
    sites: [described],
  };
  await writeFile(path.join(folder, 'fuhe.config.json'), JSON.stringify(config, null, 1));
}

type Ended = { readonly status: number | null; readonly out: string; readonly problems: string };

function fuhe(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words], { cwd: folder });
  let out = '';
  let problems = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    problems += bytes.toString();
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, problems })));
}

describe('fuhe crawl', () => {
  test('--dry-run shows what it would fetch and why the rest is skipped, and fetches no file', async () => {
    const { status, out } = await fuhe('crawl', '试点', '--dry-run');
    expect(status).toBe(0);
    expect(out).toMatch(/将下载\t.*\t附件1：项目支出绩效自评表/);
    expect(out).toMatch(/跳过\t.*\t.*招标公告.*标题看不出/);
    expect(web.seen.filter((seen) => seen.path.includes('/P0202408'))).toEqual([]);
  });

  test('keeps what is new, and the next time only notes that nothing changed', async () => {
    const first = await fuhe('crawl', '试点');
    expect(first.out).toMatch(/完成：.*新 \d+/);
    expect(first.status).toBe(0);
    const second = await fuhe('crawl', '试点', '--lang', 'en');
    expect(second.out).toMatch(/complete: .*; 0 new, 0 changed/);
  });

  test('names the sites that there are when it does not know one', async () => {
    const { status, problems } = await fuhe('crawl', '别处');
    expect(status).toBe(2);
    expect(problems).toContain('没有站点 别处；已有：试点');
  });
});

describe('fuhe sites check', () => {
  test('lists the sites', async () => {
    const { status, out } = await fuhe('sites', 'check');
    expect(out).toContain('试点  127.0.0.1');
    expect(status).toBe(0);
  });

  test('names line and key of what is wrong', async () => {
    await configure({ schedule: { cron: '99 * * * *' }, pagse: 3 });
    const { status, problems } = await fuhe('sites', 'check');
    expect(status).toBe(2);
    expect(problems).toMatch(/fuhe\.config\.json:\d+ sites\.0\.schedule\.cron/);
    expect(problems).toMatch(/sites\.0\.pagse：没有这个键/);
    await configure({});
  });
});
