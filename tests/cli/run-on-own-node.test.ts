import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const module = path.join(import.meta.dirname, '../../cli/run-on-own-node.ts');

test('runs the same script with the same arguments on the Node that npm brought, and ends with its status', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-node-'));
  const script = path.join(folder, 'twice.mjs');
  writeFileSync(
    script,
    `if (process.env.FUHE_TEST_AGAIN === '1') { console.log(process.version, process.argv[2]); process.exit(7); }
     process.env.FUHE_TEST_AGAIN = '1';
     await (await import(${JSON.stringify(module)})).runOnOwnNode();`,
  );
  const { status, stdout } = spawnSync(process.execPath, [script, '云河'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(status).toBe(7);
  expect(stdout).toMatch(/^v(?:2[4-9]|[3-9]\d)\.\d+\.\d+ 云河\n$/);
});
