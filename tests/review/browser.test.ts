import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { addDocument, addSample, type ReviewServer, sampleBytes, startReview } from './review-server.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const samples = path.join(import.meta.dirname, '../../samples');

let server: ReviewServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let pdf: string;
let clean: string;
let unit: string;
/** Whatever a browser complains of: errors, refused policies, failed requests. */
const complaints: string[] = [];

beforeAll(async () => {
  server = await startReview();
  pdf = await addSample(server.store, 'project-shandong.pdf');
  clean = await addSample(server.store, 'department-clean.txt');
  // Another version of the same report.
  await addDocument(
    server.store,
    'department-clean-2.txt',
    Buffer.concat([sampleBytes('department-clean.txt'), Buffer.from('\n')]),
  );
  unit = (await server.store.documents.get(clean))?.unit ?? '';
  await addSample(server.store, 'department-moved-cells.txt');
  await addSample(server.store, 'project-shaanxi.xlsx');
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page = await context.newPage();
  watch(page);
  await page.goto(server.entrance);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  expect(complaints).toEqual([]);
  expect(server.faults).toEqual([]);
});

function watch(watched: Page): void {
  watched.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  watched.on('pageerror', (problem) => complaints.push(problem.message));
  watched.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
  });
}

const open = (address: string) => page.goto(`${server.origin}${address}`);

describe('judging a finding with the keyboard alone', () => {
  test('from the list to its document, confirmed, undone, dismissed with a reason', async () => {
    await open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//);
    await page.waitForSelector('.card.is-current');
    await page.keyboard.press('c');
    await page.waitForSelector('.card.is-current[data-state=confirmed]');
    await page.keyboard.press('u');
    await page.waitForSelector('.card.is-current[data-state=open]');
    await page.keyboard.press('d');
    await page.keyboard.press('3');
    await page.waitForSelector('.card.is-current[data-state=dismissed]');
    expect(await page.textContent('.card.is-current')).toContain('四舍五入所致');
    await page.keyboard.press('u');
    await page.waitForSelector('.card.is-current[data-state=open]');
  });

  test('help lists the keys, and Escape closes it', async () => {
    await page.keyboard.press('?');
    expect(await page.isVisible('dialog.keys')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('dialog.keys')).toBe(false);
  });
});

test('behind its last finding a document leads to the next of the list, and behind the last document to the list', async () => {
  await open('/?state=any&sort=unit');
  const paths = await page.locator('td.what a').evaluateAll((links) => links.map((link) => String(link)));
  const documents = [...new Set(paths.map((address) => new URL(address).pathname))];
  expect(documents.length).toBeGreaterThan(1);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  for (const path of [...documents.slice(1), '/']) {
    await page.waitForSelector('.card.is-current');
    const before = new URL(page.url()).pathname;
    for (let pressed = 0; new URL(page.url()).pathname === before; pressed += 1) {
      expect(pressed, 'findings of one document').toBeLessThan(30);
      await page.keyboard.press('n');
      await page.waitForTimeout(50);
    }
    expect(new URL(page.url()).pathname).toBe(path);
  }
  expect(new URL(page.url()).search).toBe('?state=any&sort=unit');
});

describe('the source beside the record', () => {
  test('of a PDF is the page itself, with boxes where the cells are', async () => {
    await open(`/documents/${pdf}`);
    const isDrawn = `(() => {
      const canvas = document.querySelector('.sheet canvas');
      if (canvas === null || canvas.width === 0) return false;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, index) => index % 4 === 0 && value < 100);
    })()`;
    await expect.poll(() => page.evaluate(isDrawn), { timeout: 20_000 }).toBe(true);
    const row = page.locator('tr.row', { hasText: '改造老旧供热管线长度' });
    await row.hover();
    await page.waitForSelector('.box.cell.is-field');
    const sheet = await page.locator('.sheet').first().boundingBox();
    const box = await page.locator('.box.cell.is-field').boundingBox();
    expect(box && sheet && (box.x - sheet.x) / sheet.width).toBeCloseTo(605.6 / 842.9, 1);
  });

  test('of a text is the table as read; both sides move together', async () => {
    await open(`/documents/${clean}`);
    await page.locator('table.grid td', { hasText: '93.1%' }).last().click();
    await page.waitForSelector('tr.row.is-current');
    expect(await page.textContent('tr.row.is-current')).toContain('采购合同签订及时性');
    expect(await page.locator('tr.row.is-current').isVisible()).toBe(true);
  });
});

test('a misread score is corrected, and the verdict follows at once', async () => {
  await open(`/documents/${clean}`);
  expect(await page.textContent('.verdict .big')).toContain('相符');
  await page.locator('tr.row', { hasText: '采购合同签订及时性' }).focus();
  await page.keyboard.press('e');
  await page.waitForSelector('dialog.sheet-of-form[open]');
  await page.fill('dialog input[name=value]', '3');
  await page.fill('dialog input[name=why]', '原件为 3');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.corrections');
  expect(await page.textContent('.verdict .big')).toContain('不符');
  expect(await page.textContent('tr.row:has(.is-corrected)')).toContain('复算不符');
  await page.click('.corrections button');
  await page.waitForSelector('.corrections', { state: 'detached' });
  expect(await page.textContent('.verdict .big')).toContain('相符');
});

test('files are dropped, their progress followed through a reload', async () => {
  await open('/upload');
  await page.setInputFiles('#files', [
    path.join(samples, 'project-hubei.txt'),
    path.join(samples, 'project-yunnan.txt'),
  ]);
  await page.waitForSelector('tbody tr:has-text("project-hubei.txt")');
  expect(await page.textContent('tbody tr:has-text("project-hubei.txt")')).toContain('等待');
  await page.reload();
  for (const name of ['project-hubei.txt', 'project-yunnan.txt'])
    await addDocument(server.store, name, await readFile(path.join(samples, name)));
  await page.waitForSelector('tbody tr:has-text("project-hubei.txt") .tag.good');
});

test('what a hostile document says does nothing', async () => {
  const text = [
    '项目支出绩效自评表',
    '项目名称\t<img src=x onerror="document.title=\'taken\'">',
    '一级指标\t二级指标\t三级指标\t分值\t自评得分\t评分依据',
    '产出\t数量\t</td><script>document.title="taken"</script>\t50\t60\t=1+1',
    '效益\t社会\tjavascript:alert(1)\u202e\t50\t40\t无',
    '总分\t\t\t100\t90\t',
  ].join('\n');
  const sha256 = await addDocument(
    server.store,
    '"><script>document.title="taken"</script>.txt',
    Buffer.from(text),
  );
  for (const address of [
    '/?state=any',
    '/documents',
    `/documents/${sha256}`,
    '/overview',
    '/overview/units',
    '/upload',
  ]) {
    await open(address);
    expect(await page.title()).not.toBe('taken');
    expect(await page.locator('img[src=x]').count()).toBe(0);
  }
});

describe('every page', () => {
  const addresses = () => [
    '/',
    '/documents',
    `/documents/${pdf}`,
    `/documents/${clean}`,
    '/overview',
    '/overview/units',
    `/overview/units?unit=${encodeURIComponent(unit)}`,
    '/overview/versions',
    `/overview/versions?document=${clean}`,
    '/upload',
    '/operation',
    '/operation/sites',
    '/accounts',
  ];

  test.each([
    [1280, 'light', 'zh'],
    [1920, 'dark', 'en'],
  ] as const)(
    'at %i px, %s, in %s has no serious fault of accessibility and fits',
    async (width, colorScheme, language) => {
      const other = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        storageState: await context.storageState(),
      });
      const seen = await other.newPage();
      watch(seen);
      await other.addCookies([{ name: 'fuhe_language', value: language, url: server.origin }]);
      for (const address of addresses()) {
        await seen.goto(`${server.origin}${address}`);
        const faults = await serious(seen);
        expect(faults, address).toEqual([]);
        const overflow = await seen.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, address).toBeLessThanOrEqual(0);
      }
      await other.close();
    },
  );
});

/** The faults that axe-core calls serious or critical; it runs beside the page's policy, not through it. */
async function serious(seen: Page): Promise<readonly string[]> {
  await seen.evaluate(await readFile(axe, 'utf8'));
  return seen.evaluate(async () => {
    type Axe = {
      run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}
