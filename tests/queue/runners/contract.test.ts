import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBullmqRunner } from '../../../queue/bullmq/bullmq-runner.ts';
import { openInlineRunner } from '../../../queue/inline/inline-runner.ts';
import type { Lanes, Runner, Ticket, Work } from '../../../queue/runner.ts';
import { type MortalRedis, startMortalRedis } from '../../servers/mortal-redis.ts';
import { eventually } from '../eventually.ts';

let redis: MortalRedis;
beforeAll(async () => {
  redis = await startMortalRedis();
});
afterAll(() => redis.stop());

/** Each runner of a kind begins with empty queues. */
const kinds: Readonly<Record<string, (lanes: Lanes, problems: unknown[]) => Promise<Runner>>> = {
  inline: async (lanes, problems) =>
    openInlineRunner({ lanes, room: 1000, onProblem: (problem) => problems.push(problem) }),
  bullmq: async (lanes, problems) => {
    await redis.flush();
    return openBullmqRunner({
      url: redis.url,
      lanes,
      name: 'contract',
      lockFor: 2_000,
      room: 1000,
      onProblem: (problem) => problems.push(problem),
    });
  },
};

const tickets = (count: number, priority = 10): readonly Ticket[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${priority}${index}`, priority }));

const waitingOf = async (runner: Runner): Promise<number> =>
  (await runner.status()).find(({ queue }) => queue === 'check')?.waiting ?? -1;

describe.each(Object.keys(kinds))('the %s runner', (kind) => {
  const problems: unknown[] = [];
  const open = (work: Work, atOnce = 2): Promise<Runner> => {
    const opener = kinds[kind];
    if (opener === undefined) throw new Error(kind);
    return opener({ check: { work, atOnce } }, problems);
  };

  test('brings every ticket to the work once', async () => {
    const seen: string[] = [];
    const runner = await open(async (id) => {
      seen.push(id);
    });
    await runner.enqueue('check', tickets(50));
    await eventually(() => expect(seen).toHaveLength(50));
    expect(await runner.close(1_000)).toBe('finished');
    expect(new Set(seen).size).toBe(50);
  });

  test('leaves a ticket as it is that waits or is worked on already', async () => {
    const gate = Promise.withResolvers<void>();
    const seen: string[] = [];
    const runner = await open(async (id) => {
      seen.push(id);
      await gate.promise;
    }, 1);
    for (let again = 0; again < 3; again += 1) await runner.enqueue('check', tickets(3));
    await eventually(() => expect(seen).toHaveLength(1));
    expect(await waitingOf(runner)).toBe(2);
    expect(await runner.room('check')).toBe(998);
    gate.resolve();
    await eventually(() => expect(seen).toHaveLength(3));
    await runner.close(1_000);
    expect(seen).toHaveLength(3);
  });

  test('takes a ticket again once its work has ended, however it ended', async () => {
    const seen: string[] = [];
    const runner = await open(async (id) => {
      seen.push(id);
      if (seen.length === 1) throw new Error('the record is away');
    });
    for (const count of [1, 2, 3]) {
      await eventually(async () => {
        await runner.enqueue('check', tickets(1));
        expect(seen.length).toBeGreaterThanOrEqual(count);
      });
    }
    await runner.close(1_000);
    expect(problems.map(String)).toContain('Error: the record is away');
  });

  test('takes lower priorities first', async () => {
    const seen: string[] = [];
    const runner = await open(async (id) => {
      seen.push(id);
    }, 1);
    await runner.pause('check');
    for (const priority of [20, 0, 10]) await runner.enqueue('check', tickets(3, priority));
    await runner.resume('check');
    await eventually(() => expect(seen).toHaveLength(9));
    await runner.close(1_000);
    expect(seen).toEqual(['00', '01', '02', '100', '101', '102', '200', '201', '202']);
  });

  test('begins nothing on a paused queue and goes on after it is resumed', async () => {
    const seen: string[] = [];
    const runner = await open(async (id) => {
      seen.push(id);
    });
    await runner.pause('check');
    await runner.enqueue('check', tickets(5));
    await eventually(async () => expect(await waitingOf(runner)).toBe(5));
    expect((await runner.status()).find(({ queue }) => queue === 'check')?.state).toBe('paused');
    expect(seen).toEqual([]);
    await runner.resume('check');
    await eventually(() => expect(seen).toHaveLength(5));
    await runner.close(1_000);
  });

  test('works on as many at once as its lane is wide, and no more', async () => {
    let active = 0;
    let most = 0;
    let ended = 0;
    const runner = await open(async () => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 30));
      active -= 1;
      ended += 1;
    }, 3);
    await runner.enqueue('check', tickets(12));
    await eventually(() => expect(ended).toBe(12));
    await runner.close(1_000);
    expect(most).toBe(3);
  });

  test('finishes at closing what is under way and begins nothing more', async () => {
    const gate = Promise.withResolvers<void>();
    const begun: string[] = [];
    const ended: string[] = [];
    const runner = await open(async (id) => {
      begun.push(id);
      await gate.promise;
      ended.push(id);
    }, 1);
    await runner.enqueue('check', tickets(3));
    await eventually(() => expect(begun).toHaveLength(1));
    const closing = runner.close(60_000);
    setTimeout(gate.resolve, 50);
    expect(await closing).toBe('finished');
    expect(begun).toEqual(ended);
    expect(begun).toHaveLength(1);
  });

  test('aborts at closing what takes longer than it may', async () => {
    const begun: string[] = [];
    let aborted = 0;
    const runner = await open(
      (id, signal) =>
        new Promise((resolve) => {
          begun.push(id);
          signal.addEventListener('abort', () => {
            aborted += 1;
            resolve();
          });
        }),
    );
    await runner.enqueue('check', tickets(5));
    await eventually(() => expect(begun).toHaveLength(2));
    expect(await runner.close(50)).toBe('abandoned');
    expect(aborted).toBe(2);
    expect(begun).toHaveLength(2);
  });
});
