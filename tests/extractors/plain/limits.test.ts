import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/index.ts';
import { limits } from '../../../extractors/plain/limits.ts';
import { gridsOf, proseOf, read } from './read.ts';

const codes = (notes: readonly { readonly code: string }[]): readonly string[] =>
  notes.map(({ code }) => code);

describe('limits', () => {
  test('a line of 50 MB is cut with a note that says how much', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    const extraction = await read(bytes);
    expect(extraction.notes).toMatchObject([{ code: 'text/line-cut', place: { line: 1 } }]);
    expect(extraction.notes[0]?.message.en).toContain(String(bytes.length - limits.lineLength));
    expect(proseOf(extraction)[0]?.length).toBe(limits.lineLength);
  });
  test('a file over the limit of bytes is refused', async () => {
    const result = await extract(new Uint8Array(limits.bytes + 1).fill(0x61), 'x');
    expect(result).toMatchObject({ ok: false, refusal: { code: 'file/too-large' } });
  });
  test('too many columns, cells and lines are cut with notes', async () => {
    const wide = await read(`${Array.from({ length: limits.columns + 5 }, () => 'a').join('\t')}`);
    expect(codes(wide.notes)).toEqual(['text/table-cut']);
    expect(gridsOf(wide)[0]?.columnCount).toBe(limits.columns);
    const many = await read('a\tb\tc\td\n'.repeat(limits.cells / 4 + 10));
    expect(codes(many.notes)).toEqual(['text/table-cut']);
    expect(gridsOf(many)[0]?.cells.length).toBe(limits.cells);
    const long = await read('甲\n'.repeat(limits.lines + 10));
    expect(codes(long.notes)).toEqual(['text/lines-cut']);
  });
  test('a table of giant spans is cut with a note', async () => {
    const row = `<tr>${'<td colspan=1000>a'.repeat(10)}`;
    const extraction = await read(`<table>${row.repeat(300)}</table>`);
    expect(codes(extraction.notes)).toEqual(['text/table-cut']);
  });
  test.each([
    ['quotation marks', '"a\n'.repeat(5000)],
    ['quoted commas', '"a,b,c\n'.repeat(5000)],
    ['joined quotes', '"a\nb"\t'.repeat(20_000)],
    ['comments', `<p>${'<!--'.repeat(100_000)}`],
    ['open tags', '<table><tr><td>'.repeat(20_000)],
    ['open angles', `a\t${'<p '.repeat(200_000)}`],
    ['pipes', '|'.repeat(100_000)],
    ['dashes', `a|b\n${'|- '.repeat(3000)}x\n`.repeat(20)],
    ['gaps', 'a  b\ncc  d\n'.repeat(3000)],
    ['spaces', `${' '.repeat(900_000)}x`],
    ['form feeds', '\f'.repeat(50_000)],
    ['tabs', '\t'.repeat(200_000)],
  ])('hostile %s are read to the end', { timeout: 20_000 }, async (_name, text) => {
    expect(await read(text)).toBeDefined();
  });
});
