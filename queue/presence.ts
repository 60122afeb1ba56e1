import { hostname } from 'node:os';
import type { Workers } from '../store/workers/workers.ts';
import type { OnProblem, QueueName } from './runner.ts';

/** Milliseconds between two signs of life, and after which a worker without one counts as gone. */
const beatEvery = 10_000;
export const presentWithin = 3 * beatEvery;

/** A process as the record lists it. */
export type Presence = {
  /** Notes that a document is in hand, or no longer. */
  readonly took: (document: string) => void;
  readonly left: (document: string) => void;
  readonly close: () => Promise<void>;
};

export type PresenceSettings = {
  readonly workers: Workers;
  readonly id: string;
  readonly queues: readonly QueueName[];
  readonly onProblem: OnProblem;
};

/** Says every few seconds that this process is alive, and what it has in hand. */
export function keepPresence({ workers, id, queues, onProblem }: PresenceSettings): Presence {
  const startedAt = Date.now();
  const doing = new Set<string>();
  const beat = (): Promise<void> =>
    workers
      .beat({ id, host: hostname(), pid: process.pid, queues, startedAt, doing: [...doing] })
      .catch((problem: unknown) => onProblem(problem, {}));
  void beat();
  const timer = setInterval(beat, beatEvery);
  return {
    took: (document) => void doing.add(document),
    left: (document) => void doing.delete(document),
    close: async () => {
      clearInterval(timer);
      await workers.leave(id).catch((problem: unknown) => onProblem(problem, {}));
    },
  };
}
