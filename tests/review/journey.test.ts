import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractDocx } from '../../extractors/docx/extract-docx.ts';
import { silentLog } from '../../queue/log.ts';
import { type Service, startService } from '../../queue/service.ts';
import { gridsOf } from '../extractors/grid-sketch.ts';
import { openBrowser } from './browser.ts';
import { type ReviewServer, sampleBytes, startReview } from './review-server.ts';

/** A whole day's work in one browser, the service behind it as `serve` runs it: every test goes on where the one before ended. */

const name = 'department-clean.txt';
const row = '采购合同签订及时性';
const note = '与原件第 3 页核对 =1+1';
const remark = '已电话核实';

let server: ReviewServer;
let service: Service;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-journey-'));

beforeAll(async () => {
  server = await startReview({ onArrival: () => service.wake() });
  service = await startService({
    store: server.store,
    widths: { check: 1 },
    language: 'zh',
    worker: 'journey',
    reconcileEvery: 60_000,
    leaseFor: 60_000,
    feedEvery: 1000,
    log: silentLog,
  });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
  await page.goto(server.entrance);
});

afterAll(async () => {
  await browser?.close();
  await service?.close(10_000);
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
  expect(server.faults).toEqual([]);
});

/** Lets go of a file over the page, as somebody who drags it there. */
async function drop(fileName: string, text: string): Promise<void> {
  // As text, since it runs in the browser and not here.
  const transfer = await page.evaluateHandle(`(() => {
    const held = new DataTransfer();
    held.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(fileName)}, { type: 'text/plain' }));
    return held;
  })()`);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.waitForSelector('body.dropping');
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Takes a file out of the menu of the page. */
async function exported(kind: string): Promise<Buffer> {
  await page.click('details.menu summary');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`.menu a:text("${kind}")`),
  ]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await page.keyboard.press('Escape');
  expect(await page.isVisible('.menu ul')).toBe(false);
  return readFile(file);
}

const bigVerdict = () => page.textContent('.verdict .big');

describe('from a file in the hand to a file in the hand', () => {
  test('it is dropped on the list, and followed to its result', async () => {
    await drop(name, new TextDecoder().decode(sampleBytes(name)));
    await page.waitForURL(/\/upload$/);
    await page.waitForSelector(`tbody tr:has-text("${name}") .tag.good`, { timeout: 30_000 });
    expect(await page.textContent(`tbody tr:has-text("${name}")`)).toContain('没有发现疑点');
    await page.reload();
    expect(await page.textContent(`tbody tr:has-text("${name}")`)).toContain('已复核');
  });

  test('it is opened, a row found by the keyboard, a misread cell corrected: the verdict changes', async () => {
    await page.click(`tbody a:text("${name}")`);
    await page.waitForSelector('tr.row');
    expect(await bigVerdict()).toContain('相符');
    for (let step = 0; !(await page.textContent('tr.row.is-current'))?.includes(row); step += 1) {
      expect(step, 'rows passed').toBeLessThan(40);
      await page.keyboard.press('j');
    }
    await page.keyboard.press('e');
    await page.waitForSelector('dialog.sheet-of-form[open]');
    await page.fill('dialog input[name=value]', '3');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.corrections');
    expect(await bigVerdict()).toContain('不符');
  });

  test('its finding is confirmed, undone, dismissed with a note, and remarked upon', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('c');
    await page.waitForSelector('.card.is-current[data-state=confirmed]');
    await page.keyboard.press('u');
    await page.waitForSelector('.card.is-current[data-state=open]');
    await page.keyboard.press('d');
    await page.fill('.card.is-current details[open] input[name=note]', note);
    await page.click('.card.is-current [data-reason="1"]');
    await page.waitForSelector('.card.is-current[data-state=dismissed]');
    await page.keyboard.press('m');
    await page.fill('.card.is-current details[open] textarea', remark);
    await page.click('.card.is-current details[open] button');
    await page.waitForSelector(`.card.is-current:has-text("${remark}")`);
  });

  test('the workbook has the decision: what, why, by whom, with every word that was said', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await exported('Excel 工作簿')).buffer as ArrayBuffer);
    const findings = workbook.getWorksheet('疑点');
    const lines = findings?.getSheetValues().map((line) => JSON.stringify(line)) ?? [];
    const decided = lines.filter((line) => line.includes('不成立（读取有误）'));
    expect(decided).toHaveLength(1);
    for (const said of [note, `local: ${remark}`, '"local"']) expect(decided[0]).toContain(said);
  });

  test('so have the report for signing, the page, the table and the data', async () => {
    const report = await extractDocx(new Uint8Array(await exported('复核报告（Word）')), 'docx');
    expect(JSON.stringify(gridsOf(report))).toContain(note);
    const web = load(await exported('网页'));
    expect(web('.decision').text()).toContain('读取有误');
    expect(web('.comment').text()).toContain(remark);
    expect((await exported('CSV 表格')).toString()).toContain(remark);
    const [line = ''] = (await exported('NDJSON 数据')).toString().split('\n');
    const { assessments } = JSON.parse(line);
    expect(JSON.stringify(assessments)).toContain('"verdict":"dismiss","reason":"misread"');
  });

  test('the list exports what its conditions leave, and what is selected', async () => {
    await page.goto(`${server.origin}/?state=dismissed`);
    expect((await exported('CSV 表格')).toString()).toContain(note);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.selectOption('#export-format', 'ndjson');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('.bulk button[formaction="/export"]'),
    ]);
    expect(download.suggestedFilename()).toBe('fuhe-results.ndjson');
  });
});
