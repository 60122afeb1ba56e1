import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept } from '../../../model/outcome-channels.ts';
import type { OcrPolicy } from '../../../model/recognition.ts';
import { checkResultSchema } from '../../../model/result.ts';
import { createDocumentPool, type DocumentPool } from '../../../pipeline/isolate/document-pool.ts';
import { writeZip } from '../../extractors/zip-writer.ts';
import { oddPool, outcome } from './pools.ts';

const scan = readFileSync(path.join(import.meta.dirname, '../../extractors/scan/fixtures/table-150.png'));
let pool: DocumentPool;

beforeAll(() => {
  pool = createDocumentPool({ jobs: 1 });
});

afterAll(() => pool.close());

const check = async (ocr: OcrPolicy, bytes: Uint8Array = scan) => {
  const pages: number[] = [];
  const file = 'scan.png';
  const answer = await pool.check(
    { file, language: 'zh', rubrics: 'known', ocr },
    async () => accept(bytes),
    ({ done }) => pages.push(done),
  );
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { result: checkResultSchema.parse(answer.value), pages };
};

test('a picture is recognised by a child that may load the engines, page by page', async () => {
  const { result, pages } = await check('auto');
  expect(result.status).toBe('checked');
  expect(result.assessments[0]?.total).toMatchObject({ printed: '39.27', verdict: 'agrees' });
  expect(result.notes.map(({ code }) => code)).toContain('scan/recognised');
  expect(pages).toEqual([1]);
}, 120_000);

test('where recognition is turned off, a picture is refused with a code that says so', async () => {
  const { result } = await check('never');
  expect(result).toMatchObject({ status: 'unreadable', error: { code: 'ocr/needed' } });
});

test('pictures in an archive are recognised as well, or named as unread', async () => {
  const zip = writeZip([
    { name: '甲.txt', content: '没有表格的说明文字' },
    { name: '乙.png', content: scan },
  ]);
  const { result: unread } = await check('never', zip);
  expect(unread.notes.map(({ code }) => code)).toContain('ocr/needed');
  const { result: read } = await check('auto', zip);
  expect(read.assessments[0]).toMatchObject({ member: { name: '乙.png' }, total: { printed: '39.27' } });
}, 120_000);

test('threads of a child have no network either', async () => {
  await using odd = oddPool({ allow: ['threads'] });
  expect(outcome(await odd.run('fetch in a thread'))).toContain('no network');
});
