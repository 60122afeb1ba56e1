import { describe, expect, test } from 'vitest';
import { createHostTurns } from '../../../crawl/politeness/host-turns.ts';
import { retryAfter } from '../../../crawl/politeness/retry-after.ts';

describe('the turns of a host', () => {
  test('come one at a time, each after the pause', async () => {
    const turns = createHostTurns();
    const ends: number[] = [];
    const starts: number[] = [];
    let under = 0;
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const end = await turns.take('a', 15);
        starts.push(performance.now());
        under += 1;
        expect(under).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 3));
        under -= 1;
        ends.push(performance.now());
        end();
      }),
    );
    for (const [index, start] of starts.slice(1).entries())
      expect(start - (ends[index] ?? 0)).toBeGreaterThanOrEqual(15);
  });

  test('of different hosts do not wait for each other', async () => {
    const turns = createHostTurns();
    await turns.take('a', 60_000);
    await turns.take('b', 60_000);
  });

  test('are given up when the crawl stops, and pass on', async () => {
    const turns = createHostTurns();
    const stop = new AbortController();
    turns.restUntil('a', performance.now() + 60_000);
    const waiting = turns.take('a', 0, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow(/stopped|abort/i);
    await expect(turns.take('a', 0, stop.signal)).rejects.toThrow();
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  test.each([
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s asks to wait %s ms', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });
});
