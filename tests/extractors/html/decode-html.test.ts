import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../../extractors/html/decode-html.ts';

/** 绩效自评 in GBK. */
const gbk = [0xbc, 0xa8, 0xd0, 0xa7, 0xd7, 0xd4, 0xc6, 0xc0];
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const codes = (page: Uint8Array) => decodeHtml(page).notes.map((each) => each.code);

describe('encodings of a page', () => {
  test('a declared GB2312 page is read without a note', () => {
    const page = bytes('<meta charset=gb2312>', gbk);
    expect(decodeHtml(page)).toEqual({ value: '<meta charset=gb2312>绩效自评', notes: [] });
  });

  test('GBK bytes that call themselves UTF-8 or nothing at all are read as GB18030 with a note', () => {
    for (const head of ['<meta charset="utf-8">', '<p>', '<meta charset=utf-8><meta charset=gbk>']) {
      const page = bytes(head, gbk);
      expect(decodeHtml(page).value).toBe(`${head}绩效自评`);
      expect(codes(page)).toEqual(['html/encoding-guessed']);
    }
  });

  test('UTF-8 bytes that call themselves GBK are read as UTF-8 with a note', () => {
    const page = bytes('<meta http-equiv=Content-Type content="text/html; charset=gb2312">绩效');
    expect(decodeHtml(page).value).toContain('绩效');
    expect(codes(page)).toEqual(['html/encoding-guessed']);
  });

  test('a byte order mark decides', () => {
    expect(decodeHtml(bytes([0xff, 0xfe], [...Buffer.from('绩效', 'utf16le')])).value).toBe('绩效');
    expect(decodeHtml(bytes([0xef, 0xbb, 0xbf], '<meta charset=gbk>绩')).value).toBe('<meta charset=gbk>绩');
  });

  test('a page cut off inside a character keeps its charset', () => {
    expect(codes(bytes('<meta charset=utf-8>绩效').slice(0, -1))).toEqual([]);
  });

  test('a damaged page is read in the charset that loses least, and says how much', () => {
    const page = bytes('<meta charset=utf-8>', '绩效自评'.repeat(50), [0xff, 0xff, 0xff]);
    expect(decodeHtml(page).value).toContain('绩效自评');
    expect(codes(page)).toEqual(['html/encoding-damaged']);
  });
});
