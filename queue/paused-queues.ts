import type { Settings } from '../store/settings/settings.ts';
import type { QueueName, QueueStatus, Runner } from './runner.ts';
import { queueNames } from './runner.ts';

/** Where the record keeps which queues a person has paused: it outlasts restarts, and a Redis that was emptied. */
const prefix = 'queues/paused/';

/** The queues that are to stand still. */
export async function readPausedQueues(settings: Settings): Promise<readonly QueueName[]> {
  const kept = await settings.under(prefix);
  return queueNames.filter((name) => kept.get(`${prefix}${name}`) === true);
}

/** Notes that a queue is to stand still, or to go on; every process heeds it within a second or two. */
export function setQueueState(
  settings: Settings,
  {
    queue,
    state,
    who,
  }: { readonly queue: QueueName; readonly state: QueueStatus['state']; readonly who: string },
): Promise<void> {
  return settings.set(`${prefix}${queue}`, state === 'paused', who);
}

/** Pauses and resumes a runner's queues as the record says; does nothing where they are so already. */
export function createPauseKeeper(settings: Settings, runner: Runner): () => Promise<void> {
  const states = new Map<QueueName, QueueStatus['state']>();
  return async () => {
    const paused = await readPausedQueues(settings);
    for (const queue of queueNames) {
      const wanted = paused.includes(queue) ? 'paused' : 'running';
      if (states.get(queue) === wanted) continue;
      await (wanted === 'paused' ? runner.pause(queue) : runner.resume(queue));
      states.set(queue, wanted);
    }
  };
}
