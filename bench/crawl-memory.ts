import { memoryInProcess } from '../crawl/memory/memory-in-process.ts';
import { crawlOnce, siteOf, testMeans } from '../tests/web/crawl-test-site.ts';
import { page, type TestSite } from '../tests/web/resource.ts';
import { openTestWeb } from '../tests/web/test-web.ts';

/** Memory of one process that crawls many sites side by side: `node bench/crawl-memory.ts [sites] [pages]`. */
const sites = Number(process.argv[2] ?? 100);
const pages = Number(process.argv[3] ?? 200);

const text = '<p>绩效自评工作情况说明。</p>'.repeat(100);

function manyPages(host: string): TestSite {
  const resources = new Map([['/', page(list(0))]]);
  for (let number = 1; number < pages; number += 1)
    resources.set(`/info/1/${number}.htm`, page(text + list(number)));
  return { host, start: '/', robots: undefined, resources, reports: new Set() };
}

const list = (number: number): string =>
  [1, 2, 3]
    .map((next) => `<li><a href="/info/1/${number * 3 + next}.htm">绩效自评情况${number * 3 + next}</a></li>`)
    .join('');

const all = Array.from({ length: sites }, (_, index) => manyPages(`site${index}.test`));
const web = await openTestWeb(all);
const means = testMeans(web);
const memory = memoryInProcess();
let most = 0;
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 100);
const results = await Promise.all(
  all.map((site) =>
    crawlOnce(siteOf(web, site, { depth: 20, pages: pages + 10, intervalSeconds: 0.01 }), means, {
      memory,
      onStep: () => {},
    }),
  ),
);
clearInterval(timer);
const visited = results.reduce((sum, { totals }) => sum + totals.pages, 0);
console.log(
  `${sites} sites, ${visited} pages, at most ${Math.round(most / 1e6)} MB resident (the server of the test web included)`,
);
await means.close();
await web.close();
