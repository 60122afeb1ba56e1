import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accept } from '../../../model/outcome-channels.ts';
import { checkDocument } from '../../../pipeline/check.ts';
import { findTables } from '../../../pipeline/find-tables.ts';
import { createDocumentPool } from '../../../pipeline/isolate/document-pool.ts';
import { writeZip } from '../../extractors/zip-writer.ts';
import { generate } from '../../generator/families/index.ts';
import { layOut } from '../../generator/layout/lay-out.ts';
import { seeded } from '../../generator/random.ts';
import { writeHtmlPage } from '../../generator/writers/markup/html-page.ts';
import { writeRuledPdf } from '../../generator/writers/pdf/ruled-pdf.ts';
import { writeWordDocument } from '../../generator/writers/word-document.ts';
import { writeWorkbook } from '../../generator/writers/workbook.ts';

const root = path.join(import.meta.dirname, '../../..');
const bytesOf = (file: string): Uint8Array => readFileSync(path.join(root, file));

/** A document in every format that is read, each of which brings libraries and files of its own. */
async function documents(): Promise<ReadonlyMap<string, Uint8Array>> {
  const laid = layOut(generate('F5', 7));
  const random = seeded(7);
  const page = writeHtmlPage(laid, {
    markup: 'word',
    surroundings: 'site',
    hiddenRows: 'none',
    declaredCharset: 'utf-8',
  });
  const files = new Map<string, Uint8Array>([
    ['a.txt', bytesOf('samples/department-clean.txt')],
    ['a.html', Buffer.from(page)],
    ['a.docx', writeWordDocument(laid)],
    ['a.xlsx', await writeWorkbook([laid], { random, figures: 'numbers', cover: 'none' })],
    ['a.pdf', writeRuledPdf(laid, { rulings: 'strokes', random }).bytes],
    ['a.doc', bytesOf('tests/extractors/fixtures/form.doc')],
    ['a.xls', bytesOf('tests/extractors/fixtures/numbers.xls')],
  ]);
  const members = [...files].map(([name, content]) => ({ name, content }));
  return files.set('a.zip', writeZip(members));
}

test('a check in a guarded child gives what the same check gives here, in every format', async () => {
  const pool = createDocumentPool({ jobs: 2 });
  for (const [file, bytes] of await documents()) {
    const guarded = await pool.check({ file, language: 'en', rubrics: 'known' }, async () => accept(bytes));
    const here = await checkDocument({ file, bytes, language: 'en' });
    expect(here.status, file).not.toBe('unreadable');
    expect(guarded, file).toEqual(accept(JSON.parse(JSON.stringify(here))));
  }
  await pool.close();
});

test('a check without the known forms names none', async () => {
  const file = 'samples/department-clean.txt';
  const pool = createDocumentPool({ jobs: 1 });
  const frameworks = await Promise.all(
    (['known', 'generic'] as const).map(async (rubrics) => {
      const result = await pool.check({ file, language: 'zh', rubrics }, async () => accept(bytesOf(file)));
      return result.ok ? result.value.assessments[0]?.framework : result.refusal.code;
    }),
  );
  await pool.close();
  expect(frameworks).toEqual([expect.any(String), null]);
});

test('tables are found in a guarded child as they are here', async () => {
  const file = 'samples/department-clean.txt';
  const pool = createDocumentPool({ jobs: 1 });
  const request = { file, tables: 'joined', drawings: 'not-wanted' } as const;
  const guarded = await pool.findTables(request, async () => accept(bytesOf(file)));
  await pool.close();
  const line = await findTables({ file, bytes: bytesOf(file), tables: 'joined' });
  expect(line.tables.length).toBeGreaterThan(0);
  expect(guarded).toEqual(accept({ line, notes: [], drawings: [] }));
});
