import { expect, test } from 'vitest';
import { createRateLimit } from '../../../review/api/rate-limit.ts';
import { startReview } from '../review-server.ts';
import { createProgram } from './program.ts';

test('a burst passes, then as many a second as are allowed, for each name apart', () => {
  let now = 0;
  const limit = createRateLimit({ burst: 3, perSecond: 2 }, () => now);
  expect([1, 2, 3, 4].map(() => limit('a'))).toEqual([0, 0, 0, 1]);
  expect(limit('b')).toBe(0);
  now += 500;
  expect([limit('a'), limit('a')]).toEqual([0, 1]);
  now += 60_000;
  expect([1, 2, 3, 4].map(() => limit('a'))).toEqual([0, 0, 0, 1]);
});

test('who asks too often is told when to come again', async () => {
  const server = await startReview();
  const program = await createProgram(server, 'viewer');
  const statuses: number[] = [];
  for (let asked = 0; asked < 140; asked += 1) {
    const answer = await program.ask('/tokens');
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'api/too-many' });
    break;
  }
  expect(statuses.slice(0, 120)).toEqual(Array.from({ length: 120 }, () => 200));
  await server.close();
});
