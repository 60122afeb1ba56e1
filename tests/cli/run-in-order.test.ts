import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { runInOrder } from '../../cli/run-in-order.ts';

async function* count(to: number): AsyncGenerator<number> {
  for (let n = 0; n < to; n += 1) yield n;
}

async function listOf<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe('runInOrder', () => {
  test('keeps the order of the inputs whichever ends first, with no more than its width under way', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (n: number): Promise<number> => {
      underWay += 1;
      most = Math.max(most, underWay);
      await wait((n * 7) % 5);
      underWay -= 1;
      return n;
    };
    const { signal } = new AbortController();
    expect(await listOf(runInOrder({ inputs: count(20), work, width: 3, signal }))).toEqual([
      ...Array(20).keys(),
    ]);
    expect(most).toBe(3);
  });

  test('begins nothing more once it is stopped, and gives what is under way', async () => {
    const stop = new AbortController();
    const work = async (n: number): Promise<number> => {
      if (n === 4) stop.abort();
      return n;
    };
    expect(await listOf(runInOrder({ inputs: count(20), work, width: 2, signal: stop.signal }))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });
});
