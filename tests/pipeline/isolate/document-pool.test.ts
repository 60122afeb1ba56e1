import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accept } from '../../../model/outcome-channels.ts';
import { checkDocument } from '../../../pipeline/check.ts';
import { findTables } from '../../../pipeline/find-tables.ts';
import { createDocumentPool } from '../../../pipeline/isolate/document-pool.ts';

const samples = globSync('samples/*', { cwd: path.join(import.meta.dirname, '../../..') });
const bytesOf = (file: string) => readFileSync(path.join(import.meta.dirname, '../../..', file));

test('a check in a guarded child gives what the same check gives here', async () => {
  const pool = createDocumentPool({ jobs: 2 });
  const guarded = await Promise.all(
    samples.map((file) =>
      pool.check({ file, language: 'en', rubrics: 'known' }, async () => accept(bytesOf(file))),
    ),
  );
  await pool.close();
  const here = await Promise.all(
    samples.map((file) => checkDocument({ file, bytes: bytesOf(file), language: 'en' })),
  );
  expect(samples.length).toBeGreaterThan(5);
  expect(guarded).toEqual(here.map((result) => accept(JSON.parse(JSON.stringify(result)))));
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
  expect(guarded).toEqual(accept({ line, drawings: [] }));
});
