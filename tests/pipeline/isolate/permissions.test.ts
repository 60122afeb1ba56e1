import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oddPool, outcome } from './pools.ts';

const root = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-isolate-'));
const document = path.join(folder, 'secret.txt');
let calls = 0;
const server = createServer((_, response) => {
  calls += 1;
  response.end('x');
}).on('connection', () => {
  calls += 1;
});

beforeAll(async () => {
  writeFileSync(document, 'secret');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const port = (): string => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
};

describe('a guarded child', () => {
  test.for([
    ['read a file', document],
    ['read a file', '/etc/hostname'],
    ['read a file', path.join(root, 'README.md')],
    ['read a file', path.join(root, 'samples/department-clean.txt')],
    ['list a folder', '/'],
    ['list a folder', root],
  ])('cannot %s: %s', async ([deed = '', argument]) => {
    await using pool = oddPool();
    const result = await pool.run(deed, argument);
    expect(result.ok || result.refusal.message.en).toContain('Access to this API has been restricted');
    expect(outcome(result)).toBe('internal/error');
  });

  test('reads the code and the packages that it runs', async () => {
    await using pool = oddPool();
    const own = outcome(await pool.run('read a file', path.join(root, 'pipeline/isolate/frames.ts')));
    const manifest = outcome(await pool.run('read a file', path.join(root, 'node_modules/zod/package.json')));
    expect([typeof own, typeof manifest]).toEqual(['string', 'string']);
    expect(String(own)).toContain('createFrameReader');
  });

  test('cannot write a file', async () => {
    await using pool = oddPool();
    const target = path.join(folder, 'written.txt');
    expect(outcome(await pool.run('write a file', target))).toBe('internal/error');
    expect(existsSync(target)).toBe(false);
  });

  test.for(['start a program', 'start a thread', 'make code'])('cannot %s', async (deed) => {
    await using pool = oddPool();
    expect(outcome(await pool.run(deed, 'return 1'))).toBe('internal/error');
  });

  test('may start threads where it is allowed to', async () => {
    await using pool = oddPool({ allow: ['threads'] });
    expect(outcome(await pool.run('start a thread'))).toBe(1);
  });

  test('has an empty environment and no working directory of ours', async () => {
    await using pool = oddPool();
    expect(outcome(await pool.run('environment'))).toEqual([]);
    expect(outcome(await pool.run('directory'))).toBe('/');
  });

  test('reaches no network', async () => {
    await using pool = oddPool();
    const url = `http://127.0.0.1:${port()}/`;
    const tries = [
      await pool.run('fetch', url),
      await pool.run('request', url),
      await pool.run('connect', port()),
      await pool.run('listen'),
      await pool.run('ask for a name'),
    ];
    expect(tries.map(outcome)).toEqual(Array.from(tries, () => 'internal/error'));
    expect(calls).toBe(0);
    await fetch(url);
    expect(calls).toBeGreaterThan(0);
  });
});
