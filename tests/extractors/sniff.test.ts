import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sniff } from '../../extractors/sniff.ts';
import { wordFile } from './docx/word-file.ts';
import { writeZip } from './zip-writer.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, 'fixtures', name)));

const xlsx = writeZip([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
]);
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const mhtml = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n';
const excelXml =
  '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>';

async function kindOf(content: Uint8Array, name = 'x'): Promise<string> {
  const result = await sniff(content, name);
  return result.ok ? result.value.kind : result.refusal.code;
}

describe('formats by content', () => {
  test.each<readonly [string, Uint8Array]>([
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\r\n\r\n%PDF-1.4')],
    ['docx', wordFile('')],
    ['xlsx', xlsx],
    ['zip', writeZip([{ name: 'word/a.txt', content: '' }])],
    ['doc', fixture('form.doc')],
    ['xls', fixture('numbers.xls')],
    ['spreadsheet-xml', bytes(excelXml)],
    ['word-xml', bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')],
    ['mhtml', bytes(mhtml)],
    ['html', bytes('\ufeff \n<!DOCTYPE HTML PUBLIC "x"><html>')],
    ['html', bytes('<!-- made by x --><table><tr><td>1')],
    ['html', bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')],
    ['html', bytes('Warning: x\n<html><body>')],
    ['html', Uint8Array.from([0xff, 0xfe, ...Buffer.from('<html><body>', 'utf16le')])],
    ['html', bytes('<table><tr><td>1</table><table><tr>\n<td>2</table>')],
    ['text', bytes('<table><tr><td>1</table>\n\n一、概况\n<table></table>')],
    ['text', bytes('# 标题\n<table><tr><td>1</table>')],
    ['text', bytes('一级指标\t分值\n<p>产出</p>\t20\n')],
    ['text', Uint8Array.from([0xbc, 0xa8, 0xd0, 0xa7, 0x09, 0x31, 0x30])],
    ['image', png],
  ])('%s', async (kind, content) => {
    expect(await kindOf(content)).toBe(kind);
  });

  test.each<readonly [string, Uint8Array]>([
    ['file/empty', bytes('')],
    ['archive/unsupported', bytes('Rar!\x1a\x07\x00')],
    ['archive/unsupported', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
    ['archive/damaged', bytes('PK\x03\x04')],
    ['office/damaged', fixture('form.doc').slice(0, 700)],
    ['file/unsupported', bytes('{\\rtf1\\ansi')],
    ['file/unsupported', writeZip([{ name: 'OFD.xml', content: '' }])],
    ['file/unsupported', Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 32)],
  ])('%s', async (code, content) => {
    expect(await kindOf(content)).toBe(code);
  });

  test('a name that promises something else is noted, and only then', async () => {
    const codes = async (content: Uint8Array, name: string) => {
      const result = await sniff(content, name);
      return result.ok ? result.value.notes.map((each) => each.code) : [];
    };
    for (const name of ['a.doc', 'a.xls', 'a.pdf', 'A.PDF']) {
      expect(await codes(bytes('<html>'), name)).toEqual(['file/name-mismatch']);
    }
    for (const name of ['a.html', 'a.htm', 'a', 'a.jsp', '自评表']) {
      expect(await codes(bytes('<html>'), name)).toEqual([]);
    }
    expect(await codes(fixture('form.doc'), 'a.wps')).toEqual([]);
  });

  test('any bytes have a format or are refused', async () => {
    const heads = ['PK\x03\x04', '%PDF', '<html', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\x09\x04\x06'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', ...heads),
        fc.uint8Array({ maxLength: 600 }),
        async (head, rest) => {
          const content = Uint8Array.from([...Buffer.from(head, 'latin1'), ...rest]);
          expect(typeof (await sniff(content, 'x')).ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });
});
