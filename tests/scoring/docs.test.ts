import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

test('docs/findings is what the checks generate', () => {
  const run = spawnSync(process.execPath, ['scripts/write-docs.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('the scaffold refuses a code that the model does not know', () => {
  const run = spawnSync(process.execPath, ['scripts/new-check.ts', 'check', 'no/such-code'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('no/such-code');
});
