import { setTimeout as wait } from 'node:timers/promises';

/** One request at a time to a host, with a pause after each. */
export type HostTurns = {
  /**
   * Waits for the host's turn. The function that it gives ends the turn; the next one begins `pause` milliseconds later.
   * Rejects with the signal's reason when the signal is aborted while waiting.
   */
  readonly take: (host: string, pause: number, signal?: AbortSignal) => Promise<() => void>;
  /** Nobody gets a turn before this time (`performance.now()`). */
  readonly restUntil: (host: string, time: number) => void;
};

type Host = { last: Promise<void>; freeAt: number };

/** Turns that all crawls of a process share: two sites on one host wait for each other. */
export function createHostTurns(): HostTurns {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name) ?? { last: Promise.resolve(), freeAt: 0 };
    hosts.set(name, known);
    return known;
  };
  return {
    take: async (name, pause, signal) => {
      const host = hostOf(name);
      const before = host.last;
      const turn = Promise.withResolvers<void>();
      host.last = turn.promise;
      try {
        await before;
        await untilFree(host, signal);
      } catch (problem) {
        turn.resolve();
        throw problem;
      }
      return () => {
        host.freeAt = Math.max(host.freeAt, performance.now() + pause);
        turn.resolve();
      };
    },
    restUntil: (name, time) => {
      const host = hostOf(name);
      host.freeAt = Math.max(host.freeAt, time);
    },
  };
}

/** Timers may fire early by a part of a millisecond; the clock decides. */
async function untilFree(host: Host, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  for (let left = host.freeAt - performance.now(); left > 0; left = host.freeAt - performance.now())
    await wait(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
}
