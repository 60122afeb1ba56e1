import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../../model/outcome-channels.ts';
import { isAlive, oddPool, outcome, until } from './pools.ts';

const mebibyte = 1024 ** 2;

/** What a child must survive of the others' doing: the next request is answered. */
async function goesOn(pool: ReturnType<typeof oddPool>): Promise<void> {
  expect(outcome(await pool.run('count', '', 'abc'))).toBe(3);
}

describe('a guarded pool', () => {
  test('hands over message and bytes and gives the value', async () => {
    await using pool = oddPool();
    expect(outcome(await pool.run('echo', '名', '正文'))).toEqual({ argument: '名', text: '正文' });
    expect(outcome(await pool.run('nothing'))).toBeNull();
  });

  test('answers 200 requests in two children, each with its own answer', async () => {
    await using pool = oddPool({ jobs: 2 });
    const wanted = Array.from({ length: 200 }, (_, n) => `${n}`);
    const got = await Promise.all(wanted.map((n) => pool.run('echo', n)));
    expect(got.map(outcome)).toEqual(wanted.map((argument) => ({ argument, text: '' })));
  });

  test('keeps a child for many requests and replaces it in the end', async () => {
    await using pool = oddPool({ requestsPerChild: 20 });
    const pids = (await Promise.all(Array.from({ length: 21 }, () => pool.run('pid')))).map(outcome);
    expect(new Set(pids.slice(0, 20)).size).toBe(1);
    expect(pids[20]).not.toBe(pids[0]);
  });

  test('replaces a child that keeps too much memory', async () => {
    await using pool = oddPool({ memoryInBytes: 400 * mebibyte });
    const kept = [await pool.run('keep some memory'), await pool.run('keep some memory')];
    expect(kept.map(outcome)).not.toEqual([1, 2]);
    await goesOn(pool);
  });

  test('hands over a document of 20 MiB and an answer of 8', async () => {
    await using pool = oddPool();
    expect(outcome(await pool.run('count', '', 'x'.repeat(20 * mebibyte)))).toBe(20 * mebibyte);
    expect(outcome(await pool.run('answer at length'))).toBe('x'.repeat(8 * mebibyte));
  });

  test('passes on why the bytes are not to be had', async () => {
    await using pool = oddPool();
    const bytes = async () => refuse<Uint8Array>('file/not-found', { zh: '无', en: 'none' });
    expect(outcome(await pool.pool.run({ message: () => ['echo'], bytes }))).toBe('file/not-found');
    await goesOn(pool);
  });
});

describe('a guarded pool stops', () => {
  test.for(['loop', 'hang'])('a child that never answers: %s', async (deed) => {
    await using pool = oddPool({ timeoutInMilliseconds: 700 });
    expect(outcome(await pool.run(deed))).toBe('limits/time');
    await goesOn(pool);
  });

  test('a child that makes steps only when the whole takes too long', async () => {
    await using pool = oddPool({ timeoutInMilliseconds: 700, totalInMilliseconds: 4000 });
    expect(outcome(await pool.run('go on step by step', '3000'))).toBe('arrived');
    expect(outcome(await pool.run('go on step by step', '60000'))).toBe('limits/time');
    await goesOn(pool);
  });

  test.for(['fill the heap', 'fill buffers'])('a child that would take all memory: %s', async (deed) => {
    await using pool = oddPool({ memoryInBytes: 256 * mebibyte });
    expect(outcome(await pool.run(deed))).toBe('limits/memory');
    await goesOn(pool);
  });

  test('a document and an answer over their limits', async () => {
    await using pool = oddPool({ requestInBytes: 10, answerInBytes: mebibyte });
    expect(outcome(await pool.run('count', '', 'eleven bytes'))).toBe('limits/size');
    expect(outcome(await pool.run('answer at length'))).toBe('limits/size');
    await goesOn(pool);
  });

  test('a child that floods its standard error', async () => {
    await using pool = oddPool();
    expect(outcome(await pool.run('flood standard error'))).toBe('internal/crash');
    await goesOn(pool);
  });

  test('a child that prints for ever, which reaches nobody', async () => {
    await using pool = oddPool({ timeoutInMilliseconds: 700 });
    expect(outcome(await pool.run('print for ever'))).toBe('limits/time');
    await goesOn(pool);
  });
});

describe('a guarded pool outlives', () => {
  test.for(['exit', 'abort', 'forget', 'throw later', 'answer with noise'])(
    'a child that ends: %s',
    async (deed) => {
      await using pool = oddPool();
      expect(outcome(await pool.run(deed))).toBe('internal/crash');
      await goesOn(pool);
    },
  );

  test.for(['throw', 'recurse', 'no such thing'])('a handler that throws: %s', async (deed) => {
    await using pool = oddPool();
    expect(outcome(await pool.run(deed))).toBe('internal/error');
    await goesOn(pool);
  });

  test('a child that answers twice: what it says is nobody’s answer', async () => {
    await using pool = oddPool();
    expect(outcome(await pool.run('answer twice'))).toBe('internal/crash');
    expect(outcome(await pool.run('echo', 'mine'))).toEqual({ argument: 'mine', text: '' });
  });

  test('a child that is killed from outside: the request is tried once more', async () => {
    await using pool = oddPool();
    const pid = Number(outcome(await pool.run('pid')));
    const slow = pool.run('loop');
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.kill(pid, 'SIGKILL');
    expect(await until(() => !isAlive(pid), 2000)).toBe(true);
    await pool.pool.close();
    await expect(slow).rejects.toThrow('closed');
  });

  test('a child that was killed while it waited', async () => {
    await using pool = oddPool();
    process.kill(Number(outcome(await pool.run('pid'))), 'SIGKILL');
    await goesOn(pool);
  });

  test('the misfortune of one request without harm to those beside it', async () => {
    await using pool = oddPool({ jobs: 2, timeoutInMilliseconds: 3000, memoryInBytes: 256 * mebibyte });
    const deeds = ['echo', 'exit', 'echo', 'loop', 'echo', 'throw', 'echo', 'fill buffers', 'echo'];
    const results = await Promise.all(deeds.map((deed, n) => pool.run(deed, `${n}`)));
    const echo = (n: number) => ({ argument: `${n}`, text: '' });
    expect(results.map(outcome)).toEqual([
      echo(0),
      'internal/crash',
      echo(2),
      'limits/time',
      echo(4),
      'internal/error',
      echo(6),
      'limits/memory',
      echo(8),
    ]);
  });

  test('a script that cannot be started', async () => {
    await using pool = oddPool({ entry: path.join(import.meta.dirname, 'no-such-worker.ts') });
    expect(outcome(await pool.run('echo'))).toBe('internal/crash');
  });
});

describe('a closed pool', () => {
  test('leaves no process behind and takes no more work', async () => {
    const pool = oddPool({ jobs: 2 });
    const pids = (await Promise.all([pool.run('pid'), pool.run('pid')])).map((pid) => Number(outcome(pid)));
    await pool.pool.close();
    expect(pids.filter(isAlive)).toEqual([]);
    await expect(pool.run('pid')).rejects.toThrow('closed');
  });

  test('gives up what is under way and what waits', async () => {
    const pool = oddPool();
    const ends = Promise.allSettled([pool.run('loop'), pool.run('echo')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pool.pool.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('a parent', () => {
  const parent = path.join(import.meta.dirname, 'doomed-parent.ts');

  test('that is killed takes its children with it, even out of an endless loop', async () => {
    const process = spawn(globalThis.process.execPath, [parent, 'loop'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(process.stdout, 'data');
    const child = Number(String(line));
    expect(isAlive(child)).toBe(true);
    process.kill('SIGKILL');
    expect(await until(() => !isAlive(child), 5000)).toBe(true);
  });

  test('that forgets to close an idle pool ends all the same', async () => {
    const process = spawn(globalThis.process.execPath, [parent, 'idle'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(process.stdout, 'data');
    const [status] = await once(process, 'exit');
    expect(status).toBe(0);
    expect(await until(() => !isAlive(Number(String(line))), 5000)).toBe(true);
  });
});
