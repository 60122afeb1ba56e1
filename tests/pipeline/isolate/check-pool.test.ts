import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { accept } from '../../../model/outcome-channels.ts';
import { checkDocument } from '../../../pipeline/check.ts';
import { createCheckPool } from '../../../pipeline/isolate/check-pool.ts';

const samples = globSync('samples/*', { cwd: path.join(import.meta.dirname, '../../..') });
const bytesOf = (file: string) => readFileSync(path.join(import.meta.dirname, '../../..', file));

test('a check in a guarded child gives what the same check gives here', async () => {
  const pool = createCheckPool({ jobs: 2 });
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

test('a check without the rubrics of known forms matches none', async () => {
  const file = 'samples/department-clean.txt';
  const pool = createCheckPool({ jobs: 1 });
  const check = (rubrics: 'known' | 'generic') =>
    pool.check({ file, language: 'zh', rubrics }, async () => accept(bytesOf(file)));
  const results = [await check('known'), await check('generic')];
  await pool.close();
  const repairs = results.map((result) => result.ok && result.value.status);
  expect(repairs).toEqual(['checked', 'checked']);
});
