import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../families/index.ts';
import { writePicture } from './files/picture.ts';
import { writeScannedPdf } from './files/scanned-pdf.ts';
import { writeTiff } from './files/tiff.ts';
import { packBits } from './pack-bits.ts';
import { type Scan, scanDocument, type TrueCell } from './scan-document.ts';
import type { ScannedPicture } from './scan-page.ts';

const wasmUrl = `${path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/wasm/`;

const document = generate('F26', 7);
let clean: Scan;
let fax: Scan;

beforeAll(async () => {
  clean = await scanDocument(document, { wear: 'clean 150', seed: 7 });
  fax = await scanDocument(document, { wear: 'fax 200', seed: 7 });
}, 60_000);

/** Dark pixels of an upright page inside a box in points, `inset` points from its sides. */
function inkIn(picture: ScannedPicture, box: TrueCell['box'], inset: number): number {
  const scale = picture.dotsPerInch / 72;
  let ink = 0;
  for (let y = Math.ceil((box[1] + inset) * scale); y < (box[3] - inset) * scale; y += 1)
    for (let x = Math.ceil((box[0] + inset) * scale); x < (box[2] - inset) * scale; x += 1)
      if ((picture.values[y * picture.width + x] ?? 255) < 128) ink += 1;
  return ink;
}

describe('a scan', () => {
  test('is the same for the same seed and another for another', async () => {
    const scanned = async (seed: number) =>
      (await scanDocument(document, { wear: 'worn 150', seed })).pages.map(({ values }) => values);
    expect(await scanned(3)).toEqual(await scanned(3));
    expect(await scanned(3)).not.toEqual(await scanned(4));
  }, 60_000);

  test('holds the ink of each text in the box of its cell, and none in empty cells', () => {
    const filled = clean.cells.filter(({ text }) => text !== '');
    expect(filled.length).toBeGreaterThan(40);
    for (const { page, box, text } of clean.cells) {
      const picture = clean.pages[page - 1];
      if (!picture) throw new Error(`no page ${page}`);
      if (text === '') expect(inkIn(picture, box, 1.5), JSON.stringify(box)).toBe(0);
      else expect(inkIn(picture, box, 1.5), text).toBeGreaterThan(0);
      // Nothing runs over the sides: between two cells there is only the line.
      const [left, top, right, bottom] = box;
      expect(inkIn(picture, [left + 1, top + 1.2, left + 1.6, bottom - 1.2], 0), text).toBe(0);
      expect(inkIn(picture, [right - 1.6, top + 1.2, right - 1, bottom - 1.2], 0), text).toBe(0);
    }
  });

  test('prints every score of its document in a cell', () => {
    const texts = clean.cells.map(({ text }) => text);
    for (const { selfScore } of document.assessment.rows)
      expect(texts.map(Number)).toContain(Number(selfScore));
  });

  test('of 1 bit is black and white', () => {
    expect(new Set(fax.pages.flatMap(({ values }) => [...new Set(values)]))).toEqual(new Set([0, 255]));
  });
});

describe('the file of a scan', () => {
  test('as a TIFF holds all pages', async () => {
    const file = writeTiff([...fax.pages, ...fax.pages]);
    const { pages, density } = await sharp(file).metadata();
    expect([pages, density]).toEqual([2 * fax.pages.length, 200]);
    const first = await sharp(file, { page: 0 }).toColourspace('b-w').raw().toBuffer();
    expect(new Uint8Array(first)).toEqual(fax.pages[0]?.values);
  });

  test.each(['png', 'webp'] as const)('as %s loses nothing', async (format) => {
    const [page] = clean.pages;
    if (!page) throw new Error('no page');
    const decoded = sharp(await writePicture(page, format)).toColourspace('b-w');
    expect(new Uint8Array(await decoded.raw().toBuffer())).toEqual(page.values);
  });

  test.each(['fax', 'flate'] as const)('as a PDF with %s data holds the picture alone', async (filter) => {
    const data = await writeScannedPdf(fax.pages, filter);
    const task = getDocument({ data, verbosity: 0, wasmUrl });
    const pdf = await task.promise;
    expect(pdf.numPages).toBe(fax.pages.length);
    const page = await pdf.getPage(1);
    expect((await page.getTextContent()).items).toEqual([]);
    const { argsArray } = await page.getOperatorList();
    const id: unknown = argsArray.flat().find((one) => typeof one === 'string' && one.startsWith('img_'));
    const image = await new Promise<{ width: number; data: Uint8ClampedArray }>((resolve) => {
      page.objs.get(String(id), resolve);
    });
    const [picture] = fax.pages;
    if (!picture) throw new Error('no page');
    const [stride, held] = [Math.ceil(picture.width / 8), Math.ceil(image.width / 8)];
    const packed = packBits(picture);
    for (let row = 0; row < picture.height; row += 97)
      expect(new Uint8Array(image.data.slice(row * held, row * held + stride - 1)), `row ${row}`).toEqual(
        packed.slice(row * stride, (row + 1) * stride - 1),
      );
    await task.destroy();
  });
});
