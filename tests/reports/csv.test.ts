import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../model/result.ts';
import { csvLine } from '../../reports/csv/csv-line.ts';
import { type CsvSettings, csvReport } from '../../reports/csv/csv-report.ts';
import { decisionOf, hostileDecisionOf } from './decisions.ts';
import { allResults, hostile, mismatch } from './results.ts';

async function csvOf(results: readonly CheckResult[], changes: Partial<CsvSettings> = {}): Promise<string> {
  let text = '';
  const report = csvReport(
    async (piece) => {
      text += piece;
    },
    { language: 'zh', mark: 'no-mark', ...changes },
  );
  for (const one of results) await report.write(one);
  await report.finish('complete');
  return text;
}

/** Reads RFC 4180 strictly: another reader than the writer under test. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new Error('not RFC 4180');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('csvReport', () => {
  test('gives a line a finding and one for a file that could not be read, all of the same length', async () => {
    const rows = parse(await csvOf(allResults));
    const findings = allResults.flatMap(({ assessments }) => assessments.flatMap((one) => one.findings));
    expect(rows.length).toBe(1 + findings.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.find((row) => row.includes('pdf/encrypted'))).toContain('未能读取');
  });

  test('begins with a byte order mark only where one is wanted', async () => {
    expect((await csvOf([mismatch], { mark: 'byte-order-mark' })).startsWith('\ufeff级别,文件')).toBe(true);
    expect((await csvOf([mismatch])).startsWith('级别,文件')).toBe(true);
  });

  test('has its heading also where there is nothing else', async () => {
    expect(parse(await csvOf([])).length).toBe(1);
  });

  test('shows decisions where they are given', async () => {
    const text = await csvOf([mismatch], { decisionOf });
    expect(text).toContain('不成立（读取有误）,原件为 6 分，扫描不清,李四,2024-05-06 09:00 UTC,王五');
    expect(await csvOf([mismatch])).not.toContain('复核意见');
  });

  test('lets no cell begin like a formula, and names the cells that were prefixed', async () => {
    const rows = parse(await csvOf([hostile, mismatch], { decisionOf: hostileDecisionOf }));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows[2]?.at(-1)).toBe('批注 复核人');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(rows.flat().filter((cell) => /[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/.test(cell))).toEqual([]);
  });
});

describe('csvLine', () => {
  test('leaves signed figures alone and prefixes what a program could run', () => {
    expect(csvLine(['-3.5', '+2%', -1, '=1+1', '-1+cmd', '＝1', null]).text).toBe(
      "-3.5,+2%,-1,'=1+1,'-1+cmd,'＝1,",
    );
    expect(csvLine(['a', '@b']).prefixed).toEqual([1]);
  });

  test('can be read back, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const { text, prefixed } = csvLine(cells);
        const expected = cells.map((cell, index) => (prefixed.includes(index) ? `'${cell}` : cell));
        expect(parse(`${text}\r\n`)).toEqual([expected]);
      }),
    );
  });
});
