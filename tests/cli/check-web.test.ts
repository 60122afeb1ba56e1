import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeArticles } from '../web/articles.ts';
import { trs } from '../web/families/trs.ts';
import { buildSite } from '../web/site-builder.ts';
import { openTestWeb, type TestWeb } from '../web/test-web.ts';

const main = path.join(import.meta.dirname, '../../cli/main.ts');
const article = '/xxgk/czyjs/202408/t20240820_4000.html';

let web: TestWeb;
let folder: string;

beforeAll(async () => {
  web = await openTestWeb([buildSite(trs('127.0.0.1'), await makeArticles(60, 3))]);
  folder = await mkdtemp(path.join(tmpdir(), 'fuhe-web-'));
});

afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

function check(address: string): Promise<{
  readonly status: number | null;
  readonly results: readonly {
    readonly file: string;
    readonly status: string;
    readonly error: { readonly code: string } | null;
  }[];
}> {
  const child = spawn(process.execPath, [main, 'check', '--format', 'ndjson', address], { cwd: folder });
  let out = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  return new Promise((resolve) =>
    child.on('close', (status) =>
      resolve({
        status,
        results: out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      }),
    ),
  );
}

test('an inner address is refused with the reason, and nothing is asked there', async () => {
  const { status, results } = await check(`http://127.0.0.1:${web.port}${article}`);
  expect(results).toMatchObject([{ status: 'unreadable', error: { code: 'request/special-address' } }]);
  expect(status).toBe(2);
  expect(web.seen).toEqual([]);
});

test('a page is checked with the files that it links, each under its address', async () => {
  await writeFile(path.join(folder, 'fuhe.config.json'), '{ "crawl": { "allowPrivate": ["127.0.0.1"] } }');
  const { results } = await check(`http://127.0.0.1:${web.port}${article}`);
  const paths = results.map(({ file }) => new URL(file).pathname);
  expect(paths[0]).toBe(article);
  expect(paths.slice(1).every((each) => each.startsWith('/xxgk/czyjs/202408/P0202408'))).toBe(true);
  expect(results.map(({ status }) => status)).toEqual([
    'no-assessment',
    'checked',
    'checked',
    'no-assessment',
  ]);
});
