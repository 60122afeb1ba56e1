import { once } from 'node:events';
import { type DefaultJobOptions, Queue, Worker } from 'bullmq';
import { type Activity, createActivity, within } from '../activity.ts';
import {
  type Lanes,
  type OnProblem,
  type QueueName,
  type QueueStatus,
  queueNames,
  type Runner,
  type Ticket,
} from '../runner.ts';
import { producerConnection, workerConnection } from './connections.ts';
import { idOf, jobIdOf, payloadLimit, payloadOf } from './job-payload.ts';

/** How a runner on Redis works. */
export type BullmqSettings = {
  readonly url: string;
  /** Queues worked on in this process; none in one that only hands tickets out. */
  readonly lanes: Lanes;
  /** Name under which its workers are listed. */
  readonly name: string;
  /** Milliseconds after which a worker that fell silent has lost its ticket. */
  readonly lockFor: number;
  readonly onProblem: OnProblem;
};

/** Braces keep all keys in one slot of a cluster. */
const prefix = '{fuhe}';

/** Milliseconds that opening waits for Redis; the record keeps everything until it is there. */
const openingPatience = 2_000;

/** Milliseconds that the parts of bullmq have to close themselves. */
const closingPatience = 2_000;

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

/** Works with tickets that lie in Redis. */
export async function openBullmqRunner(settings: BullmqSettings): Promise<Runner> {
  const { url, onProblem } = settings;
  const onError = (problem: unknown): void => onProblem(problem, {});
  const producer = producerConnection(url, onError);
  const consumer = workerConnection(url, onError);
  const activity = createActivity();
  const queues = new Map(queueNames.map((name) => [name, openQueue(name, producer, onProblem)]));
  const workers = queueNames.flatMap((name) =>
    openWorker(name, { settings, activity, connection: consumer }),
  );
  if (producer.status !== 'ready')
    await within(
      once(producer, 'ready').catch(() => []),
      openingPatience,
    );

  /** bullmq itself would wait for a Redis that has never been there yet, for ever. */
  const queueOf = (name: QueueName): Queue => {
    const queue = queues.get(name);
    if (queue === undefined || producer.status !== 'ready') throw new Error('Redis cannot be reached');
    return queue;
  };
  return {
    enqueue: async (name, tickets) => {
      if (tickets.length > 0) await queueOf(name).addBulk(tickets.map((ticket) => jobOf(name, ticket)));
    },
    pause: async (name) => queueOf(name).pause(),
    resume: async (name) => queueOf(name).resume(),
    status: async () => Promise.all(queueNames.map((name) => statusOf(name, queueOf(name)))),
    close: async (patience) => {
      await Promise.all(workers.map((worker) => within(worker.pause(true), closingPatience)));
      const closing = await activity.settle(patience);
      const parts = [...workers.map((worker) => worker.close(true)), ...[...queues.values()].map(closeQueue)];
      await within(Promise.allSettled(parts), closingPatience);
      for (const connection of [producer, consumer]) connection.disconnect();
      return closing;
    },
  };
}

const closeQueue = (queue: Queue): Promise<void> => queue.close();

function openQueue(
  name: QueueName,
  connection: ReturnType<typeof producerConnection>,
  onProblem: OnProblem,
): Queue {
  const queue = new Queue(name, {
    connection,
    prefix,
    defaultJobOptions: jobOptions,
    streams: { events: { maxLen: 100 } },
  });
  queue.on('error', (problem) => onProblem(problem, { queue: name }));
  return queue;
}

type WorkerParts = {
  readonly settings: BullmqSettings;
  readonly activity: Activity;
  readonly connection: ReturnType<typeof workerConnection>;
};

function openWorker(name: QueueName, { settings, activity, connection }: WorkerParts): readonly Worker[] {
  const lane = settings.lanes[name];
  if (lane === undefined) return [];
  const worker = new Worker(name, (job) => activity.run(lane.work, idOf(job.data)), {
    connection,
    prefix,
    name: settings.name,
    concurrency: lane.atOnce,
    lockDuration: settings.lockFor,
    stalledInterval: settings.lockFor / 2,
    maxStalledCount: 2,
    runRetryDelay: 1_000,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  worker.on('error', (problem) => settings.onProblem(problem, { queue: name }));
  worker.on('failed', (job, problem) =>
    settings.onProblem(problem, { queue: name, ...(job?.id === undefined ? {} : { id: job.id }) }),
  );
  return [worker];
}

/** bullmq's 0 goes before everything else, and its others in their order. */
const jobOf = (name: QueueName, ticket: Ticket) => ({
  name,
  data: payloadOf(ticket),
  opts: { jobId: jobIdOf(ticket), priority: ticket.priority },
});

async function statusOf(name: QueueName, queue: Queue): Promise<QueueStatus> {
  const [counts, isPaused, workers] = await Promise.all([
    queue.getJobCounts('wait', 'prioritized', 'delayed', 'active'),
    queue.isPaused(),
    queue.getWorkersCount(),
  ]);
  const waiting = (counts.wait ?? 0) + (counts.prioritized ?? 0) + (counts.delayed ?? 0);
  return {
    queue: name,
    waiting,
    active: counts.active ?? 0,
    state: isPaused ? 'paused' : 'running',
    workers,
  };
}
