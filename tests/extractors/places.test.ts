import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../model/place.ts';
import { checkDocument } from '../../pipeline/check.ts';
import { families, generate } from '../generator/families/index.ts';
import type { LaidDocument } from '../generator/layout/laid-out.ts';
import { layOut } from '../generator/layout/lay-out.ts';
import { seeded } from '../generator/random.ts';
import { writeHtmlPage } from '../generator/writers/markup/html-page.ts';
import { writeRuledPdf } from '../generator/writers/pdf/ruled-pdf.ts';
import { writeTabSeparated } from '../generator/writers/tab-separated.ts';
import { writeWordDocument } from '../generator/writers/word-document.ts';
import { writeWorkbook } from '../generator/writers/workbook.ts';

/** A score or total with the place that is reported for it. */
type PlacedFigure = { readonly what: string; readonly value: string; readonly place: Place };

async function figuresOf(bytes: Uint8Array): Promise<readonly PlacedFigure[]> {
  const { assessments } = await checkDocument({ file: 'document', bytes, language: 'zh' });
  return assessments.flatMap(({ indicators, total }) => [
    ...indicators.flatMap(({ path: names, selfScore, scoreSource }) =>
      selfScore === null ? [] : [figure(names.join('/'), selfScore, scoreSource)],
    ),
    ...(total.printed === null ? [] : [figure('total', total.printed, total.source)]),
  ]);
}

function figure(what: string, value: string, place: Place | null): PlacedFigure {
  if (!place) throw new Error(`${what}: no place`);
  return { what, value, place };
}

const documents = Object.keys(families)
  .map((family) => ({ family, document: generate(family, 77) }))
  .filter(({ document }) => document.assessment.rows.some(({ selfScore }) => selfScore !== null))
  .map(({ family, document }) => ({ family, laid: layOut(document) }));

const sample = readFileSync(path.join(import.meta.dirname, '..', '..', 'samples', 'project-shandong.pdf'));

/** The number that a text is; nothing is no number, not zero. */
function numberIn(text: string): number {
  const folded = text.normalize('NFKC').replaceAll(/[\s,分]/g, '');
  return folded === '' ? Number.NaN : Number(folded);
}

type Word = { readonly page: number; readonly text: string; readonly x: number; readonly y: number };

/** The texts of a PDF with their middles, read by another library than the one that made the boxes. */
async function wordsOf(bytes: Uint8Array): Promise<readonly Word[]> {
  const resources = path.join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist');
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${path.join(resources, 'cmaps')}${path.sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(resources, 'standard_fonts')}${path.sep}`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const words: Word[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const sheet = await pdf.getPage(page);
    const viewport = sheet.getViewport({ scale: 1 });
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [left = 0, base = 0] = item.transform.slice(4).map(Number);
      const [x = 0, y = 0] = viewport.convertToViewportPoint(left + item.width / 2, base + item.height / 3);
      words.push({ page, text: item.str, x, y });
    }
  }
  await task.destroy();
  return words;
}

function textIn(words: readonly Word[], { page, box }: Place): string {
  if (!box) return 'no box';
  const [left, top, right, bottom] = box;
  return words
    .filter(
      (word) => word.page === page && word.x > left && word.x < right && word.y > top && word.y < bottom,
    )
    .map(({ text }) => text)
    .join('');
}

async function expectBoxes(bytes: Uint8Array): Promise<void> {
  const figures = await figuresOf(bytes);
  const words = await wordsOf(bytes);
  expect(figures.length).toBeGreaterThan(1);
  expect(figures.map(({ what, place }) => [what, numberIn(textIn(words, place))])).toEqual(
    figures.map(({ what, value }) => [what, Number(value)]),
  );
}

describe('the place of a score in a PDF', () => {
  test.each(documents)('holds exactly that number, in a ruled table of $family', async ({ laid }) => {
    await expectBoxes(writeRuledPdf(laid, { rulings: 'strokes', random: seeded(1) }).bytes);
  });

  test('holds exactly that number where a browser printed it over two pages', async () => {
    await expectBoxes(sample);
  });

  test.skipIf(spawnSync('pdftoppm', ['-v']).status !== 0)('shows ink when the page is drawn', async () => {
    for (const { what, place } of await figuresOf(sample)) {
      const [left = 0, top = 0, right = 0, bottom = 0] = (place.box ?? []).map((side) => (side * 100) / 72);
      const page = String(place.page);
      const frame = ['-x', left, '-y', top, '-W', right - left, '-H', bottom - top].map((part) =>
        typeof part === 'number' ? String(Math.round(part)) : part,
      );
      const drawn = execFileSync('pdftoppm', ['-r', '100', '-gray', '-f', page, '-l', page, ...frame, '-'], {
        input: sample,
      });
      // Rulings may stand on the frame's edge: ink is to be found away from it.
      expect([what, hasInk(drawn)]).toEqual([what, true]);
    }
  });
});

/** Is there a dark dot in a PGM image (netpbm, binary, 8 bits), at least two dots away from its edges? */
function hasInk(image: Uint8Array): boolean {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(image.subarray(0, 40)));
  if (!head) throw new Error('not a grey image');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dots = image.subarray(head[0].length);
  return dots.some((grey, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return grey < 128 && x > 1 && x < width - 2 && y > 1 && y < height - 2;
  });
}

describe('the place of a score in a workbook', () => {
  test.each(documents)('is the cell that shows it, in $family', async ({ laid }) => {
    for (const figures of ['numbers', 'texts'] as const) {
      const bytes = await writeWorkbook([laid], { random: seeded(2), figures, cover: 'sheet' });
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(new Uint8Array(bytes).buffer);
      const found = await figuresOf(bytes);
      expect(found.length).toBeGreaterThan(1);
      for (const { what, value, place } of found) {
        const cell = book.getWorksheet(place.sheet)?.getCell(place.cell ?? '');
        expect([what, numberIn(String(cell?.result ?? cell?.value))]).toEqual([what, Number(value)]);
      }
    }
  });
});

/** What stands at a row and column of the document's tables; a cell counts with all that it spans. */
function textAt({ blocks }: LaidDocument, { table = -1, row = -1, column = -1 }: Place): string {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  for (const [top, { cells }] of (tables[table]?.rows ?? []).entries())
    for (const cell of cells)
      if (
        row >= top &&
        row < top + cell.rowSpan &&
        column >= cell.column &&
        column < cell.column + cell.columnSpan
      )
        return cell.text;
  return 'no cell';
}

const bareStyle = {
  markup: 'word',
  surroundings: 'none',
  hiddenRows: 'none',
  declaredCharset: 'utf-8',
} as const;

describe('the place of a score in a document with rows and columns', () => {
  test.each(documents)('is the table, row and column that it stands in, in $family', async ({ laid }) => {
    const page = new TextEncoder().encode(writeHtmlPage(laid, bareStyle));
    for (const bytes of [page, writeWordDocument(laid)]) {
      const figures = await figuresOf(bytes);
      expect(figures.length).toBeGreaterThan(1);
      expect(figures.map(({ what, place }) => [what, numberIn(textAt(laid, place))])).toEqual(
        figures.map(({ what, value }) => [what, Number(value)]),
      );
    }
  });
});

describe('the place of a score in a text', () => {
  test.each(documents)('is the line that prints it, in $family', async ({ laid }) => {
    const text = writeTabSeparated(laid, { rowsPerPage: 6 });
    const lines = text.split('\n');
    const figures = await figuresOf(new TextEncoder().encode(text));
    expect(figures.length).toBeGreaterThan(1);
    for (const { what, value, place } of figures) {
      const printed = (lines[(place.line ?? 0) - 1] ?? '').split('\t').map(numberIn);
      expect([what, printed.includes(Number(value))]).toEqual([what, true]);
    }
  });
});
