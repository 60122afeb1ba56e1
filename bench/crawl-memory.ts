import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { page, type TestSite } from '../tests/web/resource.ts';
import { openTestWeb } from '../tests/web/test-web.ts';

/**
 * Memory of one `fuhe serve` that crawls many sites side by side: `node bench/crawl-memory.ts [sites] [pages]`. The web is served by
 * this process, `serve` is one of its own as it was built (`npm run build`); each host is an address of the loopback.
 */
const sites = Number(process.argv[2] ?? 100);
const pages = Number(process.argv[3] ?? 200);

const text = '<p>绩效自评工作情况说明。</p>'.repeat(100);

const list = (number: number): string =>
  [1, 2, 3]
    .map((next) => `<li><a href="/info/1/${number * 3 + next}.htm">绩效自评情况${number * 3 + next}</a></li>`)
    .join('');

function manyPages(host: string): TestSite {
  const resources = new Map([['/', page(list(0))]]);
  for (let number = 1; number < pages; number += 1)
    resources.set(`/info/1/${number}.htm`, page(`<p>第${number}篇</p>${text}${list(number)}`));
  return { host, start: '/', robots: undefined, resources, reports: new Set() };
}

const all = Array.from({ length: sites }, (_, index) => manyPages(`127.0.1.${index + 1}`));
const web = await openTestWeb(all, '0.0.0.0');
const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-crawl-memory-'));
writeFileSync(
  path.join(folder, 'fuhe.config.json'),
  JSON.stringify({
    dataFolder: 'data',
    logLevel: 'warn',
    listen: { port: 0 },
    inbox: { watch: 'off' },
    workers: { crawl: sites },
    crawl: { contact: 'mailto:operator@example.org', allowPrivate: ['127.0.0.0/8'] },
    sites: all.map((site, index) => ({
      name: `site${index}`,
      start: [`${web.originOf(site)}/`],
      depth: 20,
      pages: pages + 10,
      intervalSeconds: 0.02,
      schedule: { cron: '* * * * * *', jitterMinutes: 0 },
    })),
  }),
);
const main = path.join(import.meta.dirname, '../dist/cli/main.js');
const serve = spawn(process.execPath, [main, 'serve'], {
  cwd: folder,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, DATABASE_URL: '', REDIS_URL: '' },
});

/** Mebibytes that the process itself has resident; its children read documents and are measured elsewhere. */
function resident(): number {
  const status = readFileSync(`/proc/${serve.pid}/status`, 'utf8');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
}

const began = performance.now();
const wanted = sites * pages;
const tenths: number[] = [];
let most = 0;
const visited = new Set<string>();
try {
  for (let seen = 0; visited.size < wanted && serve.exitCode === null; ) {
    await sleep(100);
    most = Math.max(most, resident());
    for (; seen < web.seen.length; seen += 1) {
      const request = web.seen[seen];
      if (request !== undefined && request.path !== '/robots.txt') visited.add(request.host + request.path);
    }
    while (tenths.length < Math.floor((10 * visited.size) / wanted)) tenths.push(Math.round(most));
  }
  const result = {
    sites,
    pagesVisited: visited.size,
    seconds: Math.round((performance.now() - began) / 1000),
    mostMebibytesByTenths: tenths,
  };
  console.log(JSON.stringify(result));
} finally {
  serve.kill('SIGTERM');
  if (serve.exitCode === null) await once(serve, 'exit');
  await web.close();
  rmSync(folder, { recursive: true, force: true });
}
