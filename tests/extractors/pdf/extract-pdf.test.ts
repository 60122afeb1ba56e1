import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/index.ts';
import { extractPdf } from '../../../extractors/pdf/extract-pdf.ts';
import type { PdfReader } from '../../../extractors/pdf/pdf-reader.ts';
import { pdfiumReader } from '../../../extractors/pdf/pdfium/reader.ts';
import { pdfjsReader } from '../../../extractors/pdf/pdfjs/reader.ts';
import { type Extraction, extractionSchema, type Grid } from '../../../model/extraction.ts';
import { filledGrid, strokedGrid, textAt, type WrittenPage, writePdf } from './write-pdf.ts';

const xs = [20, 120, 200];
const ys = [100, 120, 140];
const texts =
  textAt(25, 126, 'Unit') + textAt(125, 126, 'Score') + textAt(25, 106, 'Alpha') + textAt(125, 106, '9.5');
const readers: readonly (readonly [string, PdfReader])[] = [
  ['PDFium', pdfiumReader],
  ['pdf.js', pdfjsReader],
];

async function read(pages: readonly WrittenPage[], reader: PdfReader = pdfiumReader): Promise<Extraction> {
  const result = await extractPdf(writePdf(pages), { readers: [reader] });
  if (!result.ok) throw new Error(result.refusal.code);
  return extractionSchema.parse(result.value);
}

const gridsOf = (extraction: Extraction): readonly Grid[] =>
  extraction.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));

const proseOf = (extraction: Extraction): string =>
  extraction.blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])).join('\n');

const codesOf = (extraction: Extraction): readonly string[] => extraction.notes.map((note) => note.code);

const wordsOf = (grid: Grid | undefined): readonly string[] => grid?.cells.map((cell) => cell.text) ?? [];

async function refusalOf(bytes: Uint8Array): Promise<string | undefined> {
  const result = await extractPdf(bytes);
  return result.ok ? undefined : result.refusal.code;
}

describe.each(readers)('a PDF read with %s', (_, reader) => {
  test.each([
    ['strokes', strokedGrid(xs, ys)],
    ['filled bars', filledGrid(xs, ys)],
  ])('gives a table drawn with %s, its cells placed from the top left', async (_name, lines) => {
    const extraction = await read([{ content: lines + texts }], reader);
    const [grid] = gridsOf(extraction);
    expect(wordsOf(grid)).toEqual(['Unit', 'Score', 'Alpha', '9.5']);
    const box = grid?.cells[3]?.place.box?.map((value) => Math.round(value));
    expect(box).toEqual([120, 80, 200, 100]);
    expect(grid?.cells[3]?.place).toMatchObject({ page: 1, table: 0, row: 1, column: 1 });
  });

  test('is turned as it is seen', async () => {
    const entries = '/MediaBox [0 0 300 200] /Rotate 90';
    // Text and lines stand on their side in the file, so that they are upright on the turned page.
    const content = `q 0 1 -1 0 240 0 cm ${strokedGrid(xs, ys)}${texts} Q`;
    const extraction = await read([{ content, entries }], reader);
    expect(extraction.pages).toEqual([{ number: 1, width: 200, height: 300 }]);
    expect(wordsOf(gridsOf(extraction)[0])).toEqual(['Unit', 'Score', 'Alpha', '9.5']);
  });

  test('has the text of a crop box, placed in what is seen of the page', async () => {
    const entries = '/MediaBox [-10 -10 400 400] /CropBox [10 50 290 190]';
    const extraction = await read([{ content: strokedGrid(xs, ys) + texts, entries }], reader);
    expect(extraction.pages[0]).toMatchObject({ width: 280, height: 140 });
    expect(gridsOf(extraction)[0]?.place.box?.map((value) => Math.round(value))).toEqual([10, 50, 190, 90]);
  });

  test.each([
    ['invisible', `3 Tr ${textAt(20, 50, 'secret')}`],
    ['white on white', `1 g ${textAt(20, 50, 'secret')}`],
    ['clipped away', `q 0 0 5 5 re W n ${textAt(20, 50, 'secret')} Q`],
    ['covered', `${textAt(20, 50, 'secret')} 1 g 10 40 100 30 re f`],
  ])('leaves out text that is %s, and says so', async (_name, hidden) => {
    const extraction = await read(
      [{ content: `${textAt(20, 160, 'What everybody sees')} q ${hidden} Q` }],
      reader,
    );
    expect(proseOf(extraction)).toBe('What everybody sees');
    expect(codesOf(extraction)).toContain('pdf/text-hidden');
  });

  test('keeps white text on a dark ground', async () => {
    const content = `0 g 10 40 200 30 re f 1 g ${textAt(20, 50, 'Heading in white')}`;
    const extraction = await read([{ content }], reader);
    expect(proseOf(extraction)).toBe('Heading in white');
    expect(codesOf(extraction)).toEqual([]);
  });

  test('names the pages that are pictures only', async () => {
    const picture = { content: 'q 300 0 0 200 0 0 cm /Im1 Do Q' };
    const options = { readers: [reader], ocr: 'never' as const };
    const mixed = writePdf([{ content: textAt(20, 160, 'Enough text to read') }, picture]);
    const read = await extractPdf(mixed, options);
    expect(read.ok && read.value.notes).toMatchObject([{ code: 'ocr/needed', place: { page: 2 } }]);
    const refused = await extractPdf(writePdf([picture]), options);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ocr/needed' } });
  });

  test('that needs a password is refused', async () => {
    const key = `<${'5a'.repeat(32)}>`;
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [${key} ${key}]`;
    const result = await reader.open(writePdf([{ content: texts }], trailer));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'pdf/encrypted' } });
  });
});

describe('extractPdf', () => {
  test('is what the extractor of all formats uses for a PDF, whatever its name', async () => {
    const result = await extract(writePdf([{ content: strokedGrid(xs, ys) + texts }]), 'table.txt');
    expect(result).toMatchObject({ ok: true, value: { mediaType: 'application/pdf' } });
  });

  test('joins a table that goes on over pages, or leaves it apart', async () => {
    const low = [20, 40, 60];
    const first = {
      content:
        strokedGrid(xs, low) +
        textAt(25, 46, 'Unit') +
        textAt(125, 46, 'Score') +
        textAt(25, 26, 'Alpha') +
        textAt(125, 26, '9.5'),
    };
    const high = [150, 170, 190];
    const second = {
      content:
        strokedGrid(xs, high) +
        textAt(25, 176, 'Beta') +
        textAt(125, 176, '8') +
        textAt(25, 156, 'Gamma') +
        textAt(125, 156, '7'),
    };
    const bytes = writePdf([first, second]);
    const joined = await extractPdf(bytes);
    const apart = await extractPdf(bytes, { tables: 'apart' });
    expect(joined.ok && gridsOf(joined.value).map((grid) => grid.rowCount)).toEqual([4]);
    expect(apart.ok && gridsOf(apart.value).map((grid) => grid.rowCount)).toEqual([2, 2]);
    const cell = joined.ok ? gridsOf(joined.value)[0]?.cells.at(-1) : undefined;
    expect(cell?.place).toMatchObject({ page: 2, row: 3, column: 1 });
  });

  test('keeps prose and tables in reading order', async () => {
    const content =
      strokedGrid(xs, ys) + texts + textAt(20, 180, 'Title of it') + textAt(20, 60, 'Remark below');
    const extraction = await read([{ content }]);
    const order = extraction.blocks.map((block) => (block.kind === 'prose' ? block.text : 'table'));
    expect(order).toEqual(['Title of it', 'table', 'Remark below']);
  });

  test('refuses a file of no bytes and one that is no PDF', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('pdf/empty');
    expect(await refusalOf(Uint8Array.from('%PDF-1.7\nnothing else', (c) => c.charCodeAt(0)))).toBe(
      'pdf/damaged',
    );
  });

  test('a truncated file is read or refused, never thrown', async () => {
    const whole = writePdf([{ content: strokedGrid(xs, ys) + texts }]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length }), async (length) => {
        const result = await extractPdf(whole.subarray(0, length), { ocr: 'never' });
        expect(result.ok || /^(?:pdf\/|ocr\/needed$)/.test(result.refusal.code)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('a file with flipped bits is read or refused, never thrown', async () => {
    const whole = writePdf([{ content: strokedGrid(xs, ys) + texts }]);
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(7)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const damaged = Uint8Array.from(whole);
        for (const [at, bit] of places) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        const result = await extractPdf(damaged, { ocr: 'never' });
        expect(result.ok || /^(?:pdf\/|ocr\/needed$)/.test(result.refusal.code)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
