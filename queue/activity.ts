import { setTimeout as sleep } from 'node:timers/promises';
import type { Closing, Work } from './runner.ts';

/** What is being worked on, and the way to end it. */
export type Activity = {
  /** Runs one piece of work; settles as it does. */
  readonly run: (work: Work, id: string) => Promise<void>;
  readonly count: () => number;
  /** Waits for what is under way, and aborts it when that takes longer than `patience` milliseconds. */
  readonly settle: (patience: number) => Promise<Closing>;
};

/** Milliseconds that work has to give itself back once it is aborted. */
const graceAfterAbort = 3_000;

export function createActivity(): Activity {
  const stop = new AbortController();
  const underWay = new Set<Promise<void>>();
  const allEnded = async (): Promise<'ended'> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    return 'ended';
  };
  return {
    run: async (work, id) => {
      const running = work(id, stop.signal);
      underWay.add(running);
      try {
        await running;
      } finally {
        underWay.delete(running);
      }
    },
    count: () => underWay.size,
    settle: async (patience) => {
      if ((await within(allEnded(), patience)) === 'ended') return 'finished';
      stop.abort();
      await within(allEnded(), graceAfterAbort);
      return 'abandoned';
    },
  };
}

/** What a promise gives, or undefined when it takes longer than `milliseconds`. */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      promise,
      sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
  } finally {
    timer.abort();
  }
}
