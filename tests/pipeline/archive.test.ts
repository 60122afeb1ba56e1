import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../pipeline/check.ts';
import { zip } from '../generator/writers/zip.ts';

const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '..', '..', 'samples', name), 'utf8');

const check = (entries: Parameters<typeof zip>[0]) =>
  checkDocument({ file: '附件.zip', bytes: zip(entries), language: 'zh' });

describe('an archive', () => {
  test('is one result with the assessments of all its files', async () => {
    const result = await check([
      { name: '甲/自评表.txt', text: sample('project-sichuan.txt') },
      { name: '说明.txt', text: sample('budget-explanation.txt') },
      { name: '乙.txt', text: sample('department-clean.txt') },
    ]);
    expect(result.status).toBe('checked');
    expect(result.mediaType).toBe('application/zip');
    expect(result.assessments.map(({ id, member }) => [id.split('#')[1], member?.name])).toEqual([
      ['1', '甲/自评表.txt'],
      ['2', '乙.txt'],
    ]);
    expect(result.assessments.every(({ member }) => member?.sha256.length === 64)).toBe(true);
  });

  test('keeps what can be read and names what cannot', async () => {
    const result = await check([
      { name: '空.txt', text: '' },
      { name: '乙.txt', text: sample('department-clean.txt') },
    ]);
    expect(result.assessments).toHaveLength(1);
    expect(result.notes.map(({ code, message }) => [code, message.startsWith('空.txt：')])).toEqual([
      ['file/empty', true],
    ]);
  });

  test('is unreadable when none of its files is readable', async () => {
    const result = await check([{ name: '空.txt', text: '' }]);
    expect([result.status, result.error?.code]).toEqual(['unreadable', 'archive/nothing-readable']);
  });

  test('without a file in it holds no assessment', async () => {
    expect((await check([])).status).toBe('no-assessment');
  });
});
