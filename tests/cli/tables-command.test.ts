import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strokedGrid, textAt, writePdf } from '../extractors/pdf/write-pdf.ts';
import { runFuhe } from './run-fuhe.ts';

let folder = '';
const file = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuhe-tables-'));
  const content =
    strokedGrid([20, 120, 200], [100, 120, 140]) + textAt(25, 126, 'Unit') + textAt(125, 106, '9.5');
  writeFileSync(file('a.pdf'), writePdf([{ content }]));
  writeFileSync(file('b.txt'), '指标\t分值\t得分\n数量\t10\t9\n质量\t20\t18\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('fuhe tables', () => {
  test('writes one line a file, in order, for any format', async () => {
    const ended = await runFuhe('tables', '--format', 'ndjson', file('a.pdf'), file('b.txt'));
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ended.status).toBe(0);
    expect(lines.map((line) => path.basename(line.file))).toEqual(['a.pdf', 'b.txt']);
    expect(lines[0].tables[0]).toMatchObject({ page: 1, box: [20, 60, 200, 100] });
    expect(lines[0].tables[0].cells[3]).toEqual({
      row: 1,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
      text: '9.5',
      box: [120, 80, 200, 100],
    });
    expect(lines[1].tables[0].cells.length).toBeGreaterThan(0);
  });

  test('reads scans as the check does, unless it is told not to', async () => {
    const scan = path.join(import.meta.dirname, '..', 'extractors', 'scan', 'fixtures', 'table-150.png');
    const read = JSON.parse((await runFuhe('tables', scan)).stdout);
    const texts: string[] = read.tables[0].cells.map(({ text }: { text: string }) => text);
    expect(texts).toContain('14.97');
    const unread = await runFuhe('tables', '--ocr', 'never', scan);
    expect(unread.status).toBe(2);
    expect(JSON.parse(unread.stdout)).toMatchObject({ tables: [], error: { code: 'ocr/needed' } });
  });

  test('a file that cannot be read has its reason on its line, and the status says so', async () => {
    writeFileSync(file('c.pdf'), '%PDF-1.7\nbroken');
    const ended = await runFuhe('tables', file('c.pdf'), file('a.pdf'));
    const lines = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ended.status).toBe(2);
    expect(lines[0]).toMatchObject({ tables: [], error: { code: 'pdf/damaged' } });
    expect(lines[1].tables).toHaveLength(1);
  });

  test('draws each page with its lines and cells', async () => {
    const drawings = file('drawings');
    await runFuhe('tables', '--draw', drawings, file('a.pdf'));
    expect(readdirSync(drawings)).toEqual(['a-1.svg']);
    expect(readFileSync(path.join(drawings, 'a-1.svg'), 'utf8')).toContain('<circle');
  });
});
