import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Takes `docs/report.png` from a real report of one sample. Needs a Chromium (`CHROMIUM`, else `/usr/bin/chromium`) and a
 * Chinese font.
 */
const root = path.join(import.meta.dirname, '..');
const sample = 'samples/department-moved-cells.txt';
const viewport = { width: 1180, height: 880 };

const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-picture-'));
execFileSync(process.execPath, ['cli/main.ts', 'check', sample, '--out', folder], { cwd: root });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport });
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  await page.evaluate("document.querySelector('article').scrollIntoView()");
  await page.screenshot({ path: path.join(root, 'docs/report.png') });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
