import { describe, expect, test } from 'vitest';
import { createFeeder } from '../../queue/feeder.ts';
import { openInlineRunner } from '../../queue/inline/inline-runner.ts';
import type { DueStage } from '../../store/ledger/ledger.ts';
import { eventually } from './eventually.ts';

/** A record of so many due rows, from which rows disappear when their work begins. */
function recordOf(count: number) {
  const due = new Map<number, DueStage>();
  for (let id = 1; id <= count; id += 1) due.set(id, { id, sha256: '', stage: 'check', priority: 10 });
  let mostAsked = 0;
  return {
    due,
    mostAsked: () => mostAsked,
    ledger: {
      due: async (_: unknown, { limit = 1000 } = {}) => {
        mostAsked = Math.max(mostAsked, limit);
        return [...due.values()].slice(0, limit);
      },
    },
  };
}

describe('the feeder', () => {
  test('brings everything that is due through a small window', async () => {
    const record = recordOf(20_000);
    const done: string[] = [];
    let mostWaiting = 0;
    const runner = openInlineRunner({
      lanes: {
        check: {
          atOnce: 4,
          work: async (id) => {
            record.due.delete(Number(id));
            done.push(id);
          },
        },
      },
      room: 500,
      onProblem: () => {},
    });
    const feeder = createFeeder({
      ledger: record.ledger,
      runner,
      stages: ['check'],
      batch: 500,
      onProblem: () => {},
    });
    await eventually(async () => {
      await feeder.feed();
      mostWaiting = Math.max(mostWaiting, (await runner.status())[0]?.waiting ?? 0);
      expect(done).toHaveLength(20_000);
    }, 50_000);
    expect(new Set(done).size).toBe(20_000);
    expect(mostWaiting).toBeLessThanOrEqual(500);
    expect(record.mostAsked()).toBe(500);
  });

  test('offers again what may have been lost once it is told to forget', async () => {
    const record = recordOf(3);
    const offers: string[][] = [];
    const idle = openInlineRunner({ lanes: {}, room: 10, onProblem: () => {} });
    const feeder = createFeeder({
      ledger: record.ledger,
      runner: {
        ...idle,
        room: async () => 10,
        enqueue: async (_, tickets) => {
          offers.push(tickets.map(({ id }) => id));
        },
      },
      stages: ['check'],
      batch: 10,
      onProblem: () => {},
    });
    await feeder.feed();
    await feeder.feed();
    feeder.forget();
    await feeder.feed();
    expect(offers).toEqual([['1', '2', '3'], [], ['1', '2', '3']]);
  });
});
