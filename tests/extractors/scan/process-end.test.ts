import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

const script = `
const { readFileSync } = await import('node:fs');
const { recognizeImageFile } = await import('./extractors/scan/recognize-image-file.ts');
const read = await recognizeImageFile(readFileSync('tests/extractors/scan/fixtures/table-150.png'));
console.log(read.ok ? read.value.notes.map(({ code }) => code).join() : read.refusal.code);
`;

test('engines that stay for the next picture do not keep a process alive', async () => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.join(import.meta.dirname, '..', '..', '..'),
    timeout: 50_000,
  });
  expect(stdout.split(',')[0]?.trim()).toBe('scan/recognised');
});
