import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../../extractors/docx/extract-docx.ts';
import { extractionSchema } from '../../../model/extraction.ts';
import { extractionOf, gridsOf, noteCodes, proseOf, sketch } from '../grid-sketch.ts';
import { plain, type Tile, tilings } from '../random-tiling.ts';
import { cell, namespaces, paragraph, row, run, table, wordFile } from './word-file.ts';

const read = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  extractDocx(wordFile(body, parts), 'docx');
const rows = async (body: string) => gridsOf(await read(body)).map(sketch);
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

/** A tiling as Word writes it: a merged cell begins once and is continued in each further row. */
function wordRow(tiles: readonly Tile[], index: number): string {
  const here = tiles.filter((tile) => tile.row <= index && index < tile.row + tile.rowSpan);
  const cells = [...here]
    .sort((left, right) => left.column - right.column)
    .map((tile) => {
      const merge = tile.row === index ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      return cell(
        tile.row === index ? tile.text : '',
        span(tile.columnSpan) + (tile.rowSpan > 1 ? merge : ''),
      );
    });
  return row(...cells);
}

describe('tables', () => {
  test('any table of merged cells comes back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(tilings, async (tiles) => {
        const height = Math.max(...tiles.map((tile) => tile.row + tile.rowSpan));
        const result = await read(
          table(...Array.from({ length: height }, (_, index) => wordRow(tiles, index))),
        );
        if (tiles.length === 1) expect(proseOf(result)).toEqual(['t0.0']);
        else expect(plain(gridsOf(result)[0]?.cells ?? [])).toEqual(tiles);
      }),
      { numRuns: 150 },
    );
  });

  test('rows may begin late and end early', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('c')}</w:tr>`;
    expect(await rows(table(row(cell('a'), cell('b')), late, row(cell('d'))))).toEqual([
      [
        ['a', 'b'],
        ['', 'c'],
        ['d', ''],
      ],
    ]);
  });

  test('columns of the grid that are slivers are no columns', async () => {
    const grid = [2000, 30, 1970, 2000].map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const body = table(
      `<w:tblGrid>${grid}</w:tblGrid>`,
      row(cell('a'), cell('b', span(2)), cell('c')),
      row(cell('d', span(2)), cell('e'), cell('f')),
    );
    expect(await rows(body)).toEqual([
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ]);
  });

  test('a table inside a cell is a grid of its own, a frame around one text is none', async () => {
    const inner = table(row(cell('x'), cell('y')));
    const body = table(row(cell('a'), `<w:tc>${paragraph(run('b'))}${inner}${table(row(cell('c')))}</w:tc>`));
    expect(await rows(body)).toEqual([[['a', 'b\nc']], [['x', 'y']]]);
    expect(await rows(table(row(`<w:tc>${inner}</w:tc>`)))).toEqual([[['x', 'y']]]);
  });

  test('hidden and deleted rows are left out and counted, rows in content controls are read', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('h')}</w:tr>`;
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('x')}</w:tr>`;
    const controlled = `<w:sdt><w:sdtContent>${row(cell('b'), `<w:sdt><w:sdtContent>${cell('c')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`;
    const result = await read(table(row(cell('a'), cell('')), hidden, deleted, controlled));
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ]);
    expect(noteCodes(result)).toEqual(['docx/hidden-left-out']);
  });
});

describe('texts', () => {
  test('are read as if all changes were accepted', async () => {
    const result = await read(
      paragraph(
        run('得分'),
        '<w:del><w:r><w:delText>95</w:delText></w:r></w:del>',
        '<w:ins><w:r><w:t>96</w:t></w:r></w:ins>',
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>',
        '<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>',
      ),
    );
    expect(proseOf(result)).toEqual(['得分96']);
    expect(noteCodes(result)).toEqual(['docx/tracked-changes', 'docx/hidden-left-out']);
  });

  test('fields show their result, breaks and tabs are kept apart', async () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const body = paragraph(
      field('begin') +
        '<w:r><w:instrText> PAGE </w:instrText></w:r>' +
        field('separate') +
        run('3') +
        field('end'),
      '<w:r><w:tab/><w:t>一</w:t><w:br/><w:t>二</w:t><w:noBreakHyphen/><w:t>三</w:t></w:r>',
    );
    expect(proseOf(await read(body))).toEqual(['3 一\n二-三']);
  });

  test('check boxes of all kinds get one form', async () => {
    const control = (state: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`;
    const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const form = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r>`;
    const font = (text: string) =>
      `<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const pairs = [
      [control('1'), control('0')],
      [symbol('Wingdings', 'F0FE'), symbol('Wingdings', 'F0A8')],
      [symbol('Wingdings 2', '0052'), symbol('Wingdings 2', '00A3')],
      [form('<w:checked/>'), form('')],
      [font('R'), font('£')],
    ] as const;
    for (const [on, off] of pairs) {
      expect(proseOf(await read(paragraph(on, run('优'), off, run('良'))))).toEqual(['☑优☐良']);
    }
  });

  test('text boxes are read once, where they hang', async () => {
    const box = `<w:txbxContent>${paragraph(run('盒'))}${table(row(cell('a'), cell('b')))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const result = await read(paragraph(run('前'), both) + paragraph(run('后')));
    const kinds = extractionOf(result).blocks.map((block) => (block.kind === 'prose' ? block.text : 'grid'));
    expect(kinds).toEqual(['前', '盒', 'grid', '后']);
    const inCell = table(row(cell('a'), `<w:tc>${paragraph(run('b'), `<w:r>${box}</w:r>`)}</w:tc>`));
    expect(await rows(inCell)).toEqual([[['a', 'b\n盒']], [['a', 'b']]]);
  });
});

describe('other Word files', () => {
  test('a page embedded in a docx is read in its place', async () => {
    const result = await read(`${table(row(cell('a'), cell('b')))}<w:altChunk r:id="c1"/>`, {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="c1" Type="aFChunk" Target="/word/chunk.html"/></Relationships>',
      'word/chunk.html': '<html><table><tr><td>c<td>d</table></html>',
    });
    expect(gridsOf(result).map(sketch)).toEqual([[['a', 'b']], [['c', 'd']]]);
    expect(gridsOf(result)[1]?.cells[1]?.place).toEqual({ table: 1, row: 0, column: 1 });
    expect(extractionSchema.safeParse(extractionOf(result)).success).toBe(true);
    expect(noteCodes(await read('<w:altChunk r:id="none"/>'))).toEqual(['docx/embedded-not-read']);
  });

  test('the XML of Word 2003 is read like a docx', async () => {
    const merged = table(
      row(cell('a', '<w:vmerge w:val="restart"/>'), cell('b')),
      row(cell('', '<w:vmerge/>'), cell('c')),
    );
    const xml = `<?xml version="1.0"?><w:wordDocument ${namespaces}><w:body><wx:sect>${paragraph(run('题'))}${merged}</wx:sect></w:body></w:wordDocument>`;
    const result = await extractDocx(new TextEncoder().encode(xml), 'word-xml');
    expect(proseOf(result)).toEqual(['题']);
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', 'b'],
        ['^', 'c'],
      ],
    ]);
  });
});

describe('hostile documents', () => {
  test('deep nesting is refused', async () => {
    const result = await read('<w:tbl><w:tr><w:tc>'.repeat(50_000));
    expect(result.ok ? 'read' : result.refusal.code).toBe('docx/too-deep');
  });

  test('spans of a million columns are cut off with a note', async () => {
    const result = await read(table(row(cell('a'), cell('b', span(1_000_000)), cell('c')), row(cell('d'))));
    expect(noteCodes(result)).toContain('grid/too-large');
  });

  test('entities that multiply are not expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'l'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><w:wordDocument><w:body>${paragraph(run('&b;&b;'))}</w:body></w:wordDocument>`;
    const result = await extractDocx(new TextEncoder().encode(bomb), 'word-xml');
    expect(JSON.stringify(result).length).toBeLessThan(1000);
  });

  test('damaged documents are read or refused, never thrown', async () => {
    const whole = wordFile(table(row(cell('a', span(2)), cell('b')), row(cell('c'))));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const damaged = cut ? whole.slice(0, at) : whole.with(at, byte);
        expect(typeof (await extractDocx(damaged, 'docx')).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
