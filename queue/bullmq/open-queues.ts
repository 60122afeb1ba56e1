import { type DefaultJobOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { OnProblem, QueueName, QueueStatus, Ticket } from '../runner.ts';
import { jobIdOf, payloadLimit, payloadOf } from './job-payload.ts';

/**
 * Nothing that ended stays in Redis: an id that is still known could not be handed out again, and history is in the record. For
 * the same reason there is no second try here: the record decides when, and hands the ticket out anew.
 */
const jobOptions: DefaultJobOptions = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
  sizeLimit: payloadLimit,
  stackTraceLimit: 3,
};

/** The queues of a connection, each opened when it is first wanted. */
export type Queues = {
  /** Rejects at once where Redis is away: bullmq itself would wait for it. */
  readonly get: (name: QueueName) => Promise<Queue>;
  readonly close: () => Promise<void>;
};

export type QueuesSettings = {
  readonly connection: Redis;
  readonly prefix: string;
  readonly onProblem: OnProblem;
};

export function openQueues({ connection, prefix, onProblem }: QueuesSettings): Queues {
  const open = new Map<QueueName, Queue>();
  const openQueue = (name: QueueName): Queue => {
    const queue = new Queue(name, {
      connection,
      prefix,
      defaultJobOptions: jobOptions,
      streams: { events: { maxLen: 100 } },
    });
    queue.on('error', (problem) => onProblem(problem, { queue: name }));
    open.set(name, queue);
    return queue;
  };
  return {
    get: async (name) => {
      if (connection.status !== 'ready') throw new Error('Redis cannot be reached');
      const queue = open.get(name) ?? openQueue(name);
      try {
        await queue.waitUntilReady();
        return queue;
      } catch (problem) {
        // One that lost Redis while it was opening stays useless for ever.
        open.delete(name);
        throw problem;
      }
    },
    close: async () => {
      await Promise.allSettled([...open.values()].map((queue) => queue.close()));
    },
  };
}

/** bullmq's 0 goes before everything else, and its others in their order. */
export function jobOf(name: QueueName, ticket: Ticket) {
  return {
    name,
    data: payloadOf(ticket),
    opts: { jobId: jobIdOf(ticket), priority: ticket.priority },
  };
}

/** Jobs that nobody works on yet. */
export function waitingIn(queue: Queue): Promise<number> {
  return queue.getJobCountByTypes('wait', 'prioritized', 'delayed');
}

export async function statusOf(name: QueueName, queue: Queue): Promise<QueueStatus> {
  const [waiting, active, isPaused, workers] = await Promise.all([
    waitingIn(queue),
    queue.getActiveCount(),
    queue.isPaused(),
    queue.getWorkersCount(),
  ]);
  return { queue: name, waiting, active, state: isPaused ? 'paused' : 'running', workers };
}
