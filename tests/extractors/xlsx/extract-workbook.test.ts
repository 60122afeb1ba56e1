import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractWorkbook } from '../../../extractors/xlsx/extract-workbook.ts';
import type { WorkbookKind } from '../../../extractors/xlsx/prepare-workbook.ts';
import { extractionSchema } from '../../../model/extraction.ts';
import { extractionOf, gridsOf, noteCodes, proseOf, sketch } from '../grid-sketch.ts';
import { plain, tilings } from '../random-tiling.ts';
import { writeZip } from '../zip-writer.ts';

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

async function workbook(fill: Fill): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('自评表'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const read = async (fill: Fill) => extractWorkbook(await workbook(fill), 'xlsx');

describe('tables of a sheet', () => {
  test('any merged cells come back as they were written, with their addresses', async () => {
    await fc.assert(
      fc.asyncProperty(tilings, async (tiles) => {
        const result = await read((sheet) => {
          for (const tile of tiles) {
            const [top, left] = [tile.row + 3, tile.column + 2];
            sheet.getCell(top, left).value = tile.text;
            if (tile.rowSpan * tile.columnSpan > 1) {
              sheet.mergeCells(top, left, top + tile.rowSpan - 1, left + tile.columnSpan - 1);
            }
          }
        });
        const [grid] = gridsOf(result);
        if (tiles.length === 1) {
          expect(proseOf(result)).toEqual(['t0.0']);
          return;
        }
        expect(plain(grid?.cells ?? [])).toEqual(tiles);
        expect(grid?.cells[0]?.place).toEqual({ sheet: '自评表', cell: 'B3', table: 0, row: 0, column: 0 });
      }),
      { numRuns: 60 },
    );
  });

  test('blank rows and columns are left out, and two of them part two tables', async () => {
    const result = await read((sheet) => {
      sheet.getCell('C2').value = '附件';
      for (const [at, mark] of [
        [5, 'a'],
        [7, 'b'],
        [11, 'c'],
        [12, 'd'],
      ] as const) {
        sheet.getCell(at, 2).value = mark;
        sheet.getCell(at, 5).value = at;
      }
    });
    expect(proseOf(result)).toEqual(['附件']);
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', '5'],
        ['b', '7'],
      ],
      [
        ['c', '11'],
        ['d', '12'],
      ],
    ]);
  });

  test('hidden rows, columns and sheets are left out and noted, a merged cell shows in what is left of it', async () => {
    const result = await read((sheet, book) => {
      sheet.addRows([
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
        ['d', 'e', 'f'],
      ]);
      sheet.getRow(2).hidden = true;
      sheet.getColumn(2).hidden = true;
      sheet.mergeCells('A2:A3');
      sheet.getCell('A2').value = 'm';
      book.addWorksheet('底稿', { state: 'hidden' }).getCell('A1').value = 'x';
    });
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', 'c'],
        ['m', 'f'],
      ],
    ]);
    expect(noteCodes(result)).toEqual(['xlsx/hidden-cells', 'xlsx/hidden-sheet']);
  });

  test('every sheet has its own tables, numbered through the workbook', async () => {
    const result = await read((sheet, book) => {
      sheet.addRows([['a', 'b']]);
      book.addWorksheet('二').addRows([['c', 'd']]);
    });
    expect(gridsOf(result).map((grid) => grid.place)).toEqual([
      { sheet: '自评表', table: 0 },
      { sheet: '二', table: 1 },
    ]);
    expect(extractionSchema.safeParse(extractionOf(result)).success).toBe(true);
  });

  test('formulas show their saved result, and one without is empty and noted', async () => {
    const result = await read((sheet) => {
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('B1').value = { formula: '2+2' } as ExcelJS.CellFormulaValue;
      sheet.getCell('C1').value = { error: '#DIV/0!' };
      sheet.getCell('D1').value = { richText: [{ text: '甲' }, { text: '乙\n丙' }] };
      sheet.getCell('E1').value = {
        richText: [{ font: { name: 'Wingdings 2' }, text: 'R' }, { text: '优' }],
      };
    });
    expect(gridsOf(result).map(sketch)).toEqual([[['2', '#DIV/0!', '甲乙\n丙', '☑优']]]);
    expect(noteCodes(result)).toEqual(['xlsx/formula-without-result']);
  });
});

describe('other workbooks', () => {
  const fixture = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures', name)));

  test('the older binary format means the same', async () => {
    const result = await extractWorkbook(fixture('numbers.xls'), 'xls');
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['项目支出绩效自评表', '<', '<', '<'],
        ['指标', '分值', '得分', '完成率'],
        ['产出', '20', '19.5', '9%'],
        ['效益', '1.01', '96.8', '95.23%'],
        ['合计', '<', '1,234,567.89', '2024年8月20日'],
        ['^', '^', '☐优 ☑良', ''],
      ],
    ]);
    expect(noteCodes(result)).toEqual(['xlsx/hidden-cells', 'xlsx/hidden-sheet']);
  });

  test('the XML of Excel 2003 means the same', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles><Worksheet ss:Name="表"><Table>
      <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell></Row>
      <Row ss:Hidden="1"><Cell><Data ss:Type="String">x</Data></Cell></Row>
      <Row ss:Index="3"><Cell><Data ss:Type="String">完成率</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.0900000762939453</Data></Cell></Row>
      </Table></Worksheet></Workbook>`;
    const result = await extractWorkbook(new TextEncoder().encode(xml), 'spreadsheet-xml');
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['标题', '<'],
        ['完成率', '9%'],
      ],
    ]);
  });

  test('entities that multiply are not expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'l'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&c;</Data></Cell><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const result = await extractWorkbook(new TextEncoder().encode(bomb), 'spreadsheet-xml');
    expect(JSON.stringify(result).length).toBeLessThan(10_000);
  });
});

describe('hostile workbooks', () => {
  test('a sheet that inflates a thousandfold is refused before the library sees it', async () => {
    const bytes = writeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(150_000_000), statedSize: 10 },
    ]);
    const result = await extractWorkbook(bytes, 'xlsx');
    expect(result.ok ? 'read' : result.refusal.code).toBe('xlsx/too-large');
  });

  test('merged ranges over the whole sheet cost nothing', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRows([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    });
    const xml = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>';
    const result = await extractWorkbook(await patched(bytes, '</sheetData>', `</sheetData>${xml}`), 'xlsx');
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  test('elements with a prefix are read', async () => {
    const bytes = await workbook((sheet) => sheet.addRows([['a', 'b']]));
    const prefixed = await patched(bytes, /<(\/?)(?=[a-zA-Z])(?![a-z]+:)/g, '<$1x:');
    const renamed = await patched(prefixed, 'xmlns=', 'xmlns:x=');
    expect(gridsOf(await extractWorkbook(renamed, 'xlsx')).map(sketch)).toEqual([[['a', 'b']]]);
  });

  test('damaged workbooks are read or refused, never thrown', async () => {
    const xlsx = await workbook((sheet) => sheet.addRows([['a', 'b', 1, 0.5]]));
    const xls = fixtureBytes();
    const kinds: readonly (readonly [WorkbookKind, Uint8Array])[] = [
      ['xlsx', xlsx],
      ['xls', xls],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async (sample, at, byte, cut) => {
          const [kind, bytes] = sample;
          const place = at % bytes.length;
          const damaged = cut ? bytes.slice(0, place) : bytes.with(place, byte);
          expect(typeof (await extractWorkbook(damaged, kind)).ok).toBe('boolean');
        },
      ),
      { numRuns: 200 },
    );
  });
});

const fixtureBytes = (): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures/numbers.xls')));

/** A workbook with the text of its parts replaced. */
async function patched(bytes: Uint8Array, from: string | RegExp, to: string): Promise<Uint8Array> {
  const { newZipBudget, readZip } = await import('../../../extractors/archive/read-zip.ts');
  const members = await readZip(bytes, newZipBudget(), () => true);
  if (!members.ok) throw new Error('not a zip');
  return writeZip(
    members.value.flatMap((member) => {
      if (member.kind !== 'read') return [];
      const text = new TextDecoder().decode(member.bytes);
      const isPart = /^xl\/(?:worksheets|workbook|sharedStrings|styles)/.test(member.name);
      const isXml = isPart && member.name.endsWith('.xml');
      return [{ name: member.name, content: isXml ? text.replace(from, to) : text }];
    }),
  );
}
