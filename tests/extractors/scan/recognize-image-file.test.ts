import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { recognizeImageFile } from '../../../extractors/scan/recognize-image-file.ts';
import { type Cell, type Extraction, extractionSchema } from '../../../model/extraction.ts';

const fixture = (name: string): Promise<Buffer> => readFile(path.join(import.meta.dirname, 'fixtures', name));

async function read(bytes: Uint8Array): Promise<Extraction> {
  const result = await recognizeImageFile(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return extractionSchema.parse(result.value);
}

const cellsOf = (extraction: Extraction): readonly Cell[] =>
  extraction.blocks.flatMap((block) => (block.kind === 'grid' ? block.grid.cells : []));

const rowsOf = (extraction: Extraction): readonly string[] => {
  const rows: string[][] = [];
  for (const { row, text } of cellsOf(extraction))
    rows[row] = [...(rows[row] ?? []), text.replace(/\s/g, '')];
  return rows.map((row) => row.join('|'));
};

const figures = [
  '20|≥300|312|20',
  '15.5|100%|96.80%|14.97',
  '4.5|1,254.30|1,198.06|4.3',
  '40|||39.27',
] as const;

describe('recognizeImageFile', () => {
  test('a clean page gives its table, its spans and its prose', async () => {
    const extraction = await read(await fixture('table-150.png'));
    expect(rowsOf(extraction)).toHaveLength(6);
    figures.forEach((row, index) => {
      expect(rowsOf(extraction)[index + 2]).toContain(row);
    });
    expect(rowsOf(extraction)[0]).toBe('一级指标|三级指标|分值|完成情况|自评得分|评分依据');
    expect(cellsOf(extraction).find(({ text }) => text === '产出')).toMatchObject({ row: 2, rowSpan: 3 });
    expect(cellsOf(extraction).find(({ text }) => text === '总分')).toMatchObject({ row: 5, columnSpan: 2 });
    expect(extraction.blocks[0]).toMatchObject({ kind: 'prose', text: '示例局2023年度绩效自评表' });
    expect(extraction.mediaType).toBe('image/png');
    expect(extraction.notes.map(({ code }) => code)).toContain('scan/recognised');
    expect(cellsOf(extraction).filter(({ doubt, text }) => doubt && !text.startsWith('≥'))).toEqual([]);
  });

  test('a turned, skewed, blurred and grey page gives the same figures', async () => {
    const extraction = await read(await fixture('table-turned.jpg'));
    figures.forEach((row, index) => {
      expect(rowsOf(extraction)[index + 2]).toContain(row);
    });
    expect(extraction.notes.map(({ code }) => code)).toContain('scan/turned');
  });

  test('on a 1-bit page every figure is doubtful', async () => {
    const extraction = await read(await fixture('table-1bit.png'));
    const scores = cellsOf(extraction).filter(({ text }) => /^[\d.,%≥]+$/.test(text));
    expect(scores).toHaveLength(14);
    expect(scores.every(({ doubt, text }) => doubt?.readings[0] === text)).toBe(true);
    expect(extraction.notes.map(({ code }) => code)).toContain('scan/black-and-white');
  });

  test('all pages of a TIFF are read', async () => {
    const { data, info } = await sharp(await fixture('table-150.png'))
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const extraction = await read(tiffOf([data, data], info));
    expect(extraction.mediaType).toBe('image/tiff');
    expect(extraction.pages.map(({ number }) => number)).toEqual([1, 2]);
    const recognised = extraction.notes.filter(({ code }) => code === 'scan/recognised');
    expect(recognised.map(({ place }) => place?.page)).toEqual([1, 2]);
    expect(cellsOf(extraction).map(({ text }) => text)).toContain('14.97');
  });

  test('a figure of a text read from its place carries page and box in points', async () => {
    const extraction = await read(await fixture('table-150.png'));
    const total = cellsOf(extraction).find(({ text }) => text === '39.27');
    expect(total?.place.page).toBe(1);
    const [left = 0, top = 0, right = 0, bottom = 0] = total?.place.box ?? [];
    expect([left, top, right, bottom].map((side) => Math.round(side / 5))).toEqual([63, 29, 75, 32]);
  });

  test('a blank picture is read and says that it has no text', async () => {
    const blank = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const extraction = await read(blank);
    expect(extraction.blocks).toEqual([]);
    expect(extraction.notes.map(({ code }) => code)).toContain('scan/no-text');
  });

  test('what is no picture, cut off or too small is refused', async () => {
    const whole = await fixture('table-turned.jpg');
    const codeOf = async (bytes: Uint8Array): Promise<string> => {
      const result = await recognizeImageFile(bytes);
      return result.ok ? 'read' : result.refusal.code;
    };
    expect(await codeOf(Buffer.from('BM\0\0\0\0\0\0\0\0'))).toBe('image/unsupported');
    expect(await codeOf(whole.subarray(0, 200))).toMatch(/^image\//);
    const tiny = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await codeOf(tiny)).toBe('image/too-small');
  });
});

/** An uncompressed TIFF of grey pages. */
function tiffOf(pages: readonly Buffer[], { width, height }: { width: number; height: number }): Buffer {
  const parts: Buffer[] = [];
  let at = 8;
  const directorySize = 2 + 8 * 12 + 4;
  pages.forEach((page, index) => {
    const entries: readonly (readonly [number, number])[] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + directorySize],
      [278, height],
      [279, page.length],
    ];
    const directory = Buffer.alloc(directorySize);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, value], entry) => {
      directory.writeUInt16LE(tag, 2 + 12 * entry);
      directory.writeUInt16LE(4, 4 + 12 * entry);
      directory.writeUInt32LE(1, 6 + 12 * entry);
      directory.writeUInt32LE(value, 10 + 12 * entry);
    });
    at += directorySize + page.length;
    directory.writeUInt32LE(index + 1 < pages.length ? at : 0, directorySize - 4);
    parts.push(directory, page);
  });
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...parts]);
}
