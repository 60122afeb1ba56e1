import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openBrowser } from '../tests/review/browser.ts';
import { addDocument, addSample, sampleBytes, startReview } from '../tests/review/review-server.ts';

/** Takes the pictures of `docs/review.md` from real pages over the samples. Needs what `photograph-report.ts` needs. */
const folder = path.join(import.meta.dirname, '../docs/review');
mkdirSync(folder, { recursive: true });

const server = await startReview();
const hashes = new Map<string, string>();
for (const name of readdirSync(path.join(import.meta.dirname, '../samples')))
  hashes.set(name, await addSample(server.store, name));
const corrected = new TextDecoder()
  .decode(sampleBytes('department-clean.txt'))
  .replace('\t9.36\t', '\t9.63\t');
const version = await addDocument(server.store, 'department-clean-更正.txt', Buffer.from(corrected));
await addDocument(server.store, '损坏.pdf', Buffer.from('%PDF-1.7'));
await server.store.accounts.create({ name: '王芳', role: 'auditor', passwordHash: 'none' }, 'local');
const shandong = `/documents/${hashes.get('project-shandong.pdf')}`;
const scan = `/documents/${hashes.get('department-sealed-scan.pdf')}`;
const moved = `/documents/${hashes.get('department-moved-cells.txt')}`;

const pictures = [
  { name: 'work-list', address: '/', width: 1280, colorScheme: 'light', keys: ['j'] },
  {
    name: 'document-pdf',
    address: shandong,
    width: 1280,
    colorScheme: 'light',
    keys: ['j', 'j', 'j', 'Enter'],
  },
  { name: 'document-text', address: moved, width: 1920, colorScheme: 'dark', keys: ['n'] },
  { name: 'document-scan', address: scan, width: 1280, colorScheme: 'light', keys: ['n'] },
  { name: 'correct', address: shandong, width: 1280, colorScheme: 'light', keys: ['j', 'j', 'e'] },
  { name: 'overview', address: '/overview', width: 1280, colorScheme: 'light', keys: [] },
  {
    name: 'versions',
    address: `/overview/versions?document=${version}`,
    width: 1280,
    colorScheme: 'light',
    keys: [],
  },
  { name: 'upload', address: '/upload', width: 1280, colorScheme: 'light', keys: [] },
  { name: 'operation', address: '/operation', width: 1280, colorScheme: 'light', keys: [] },
  { name: 'accounts', address: '/accounts', width: 1280, colorScheme: 'light', keys: [] },
  { name: 'nothing-found', address: '/?search=xyz', width: 1280, colorScheme: 'light', keys: [] },
] as const;

/** Asked by `evaluate`, since the pages' policy lets nothing be run out of text in them. */
const areDrawn =
  "[...document.querySelectorAll('.sheet canvas')].slice(0, 2).every(({ height }) => height !== 150)";

const browser = await openBrowser();
try {
  const entered = await browser.newContext();
  await (await entered.newPage()).goto(server.entrance);
  const storageState = await entered.storageState();
  for (const { name, address, width, colorScheme, keys } of pictures) {
    const viewport = { width, height: Math.round(width * 0.62) };
    const context = await browser.newContext({ viewport, colorScheme, storageState });
    const page = await context.newPage();
    await page.goto(`${server.origin}${address}`);
    // Pages of a PDF are drawn a moment after the page has come; until then their canvases have the size of any new one.
    while (!(await page.evaluate(areDrawn))) await page.waitForTimeout(100);
    await page.waitForTimeout(900);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(600);
    const picture = sharp(await page.screenshot()).png({ palette: true, colours: 128, compressionLevel: 9 });
    writeFileSync(path.join(folder, `${name}.png`), await picture.toBuffer());
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
