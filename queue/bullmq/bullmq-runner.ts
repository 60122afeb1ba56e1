import { once } from 'node:events';
import { createActivity, within } from '../activity.ts';
import { type Lanes, type OnProblem, queueNames, type Runner } from '../runner.ts';
import { type LinkListener, producerConnection, workerConnection } from './connections.ts';
import { keepWorker } from './keep-worker.ts';
import { jobOf, openQueues, statusOf, waitingIn } from './open-queues.ts';

/** How a runner on Redis works. */
export type BullmqSettings = {
  readonly url: string;
  /** Queues worked on in this process; none in one that only hands tickets out. */
  readonly lanes: Lanes;
  /** Name under which its workers are listed. */
  readonly name: string;
  /** Milliseconds after which a worker that fell silent has lost its ticket. */
  readonly lockFor: number;
  /** Tickets that each queue is given at most, as far as that is up to its feeder. */
  readonly room: number;
  /** What all keys begin with; absent: `{fuhe}`. */
  readonly prefix?: string;
  readonly onProblem: OnProblem;
  /** Called when Redis is reached and when it is lost, with the last that was heard of why. */
  readonly onLink?: OnLink;
};

export type OnLink = (state: 'reached' | 'lost', reason: string | undefined) => void;

/** Braces keep all keys in one slot of a cluster. */
const usualPrefix = '{fuhe}';

/** Milliseconds that opening waits for Redis; the record keeps everything until it is there. */
const openingPatience = 2_000;

/** Hears a connection's every event and says only what changed. */
function watchLink(onLink: OnLink = () => {}): LinkListener {
  let state: 'reached' | 'lost' | undefined;
  let reason: string | undefined;
  const become = (now: 'reached' | 'lost'): void => {
    if (state === now) return;
    state = now;
    onLink(now, now === 'lost' ? reason : undefined);
    reason = undefined;
  };
  return {
    failed: (problem) => {
      reason = problem.message;
    },
    ready: () => become('reached'),
    closed: () => become('lost'),
  };
}

/** Works with tickets that lie in Redis. */
export async function openBullmqRunner(settings: BullmqSettings): Promise<Runner> {
  const { url, lanes, prefix = usualPrefix, onProblem } = settings;
  const producer = producerConnection(url, watchLink(settings.onLink));
  // What ails this one ails the other.
  const consumer = workerConnection(url, () => {});
  const activity = createActivity();
  const queues = openQueues({ connection: producer, prefix, onProblem });
  const workers = queueNames.flatMap((queue) => {
    const lane = lanes[queue];
    return lane === undefined
      ? []
      : [keepWorker({ ...settings, ...lane, queue, prefix, activity, connection: consumer })];
  });
  if (producer.status !== 'ready')
    await within(
      once(producer, 'ready').catch(() => []),
      openingPatience,
    );
  return {
    enqueue: async (name, tickets) => {
      if (tickets.length === 0) return;
      const queue = await queues.get(name);
      await queue.addBulk(tickets.map((ticket) => jobOf(name, ticket)));
    },
    pause: async (name) => (await queues.get(name)).pause(),
    resume: async (name) => (await queues.get(name)).resume(),
    room: async (name) => settings.room - (await waitingIn(await queues.get(name))),
    status: () => Promise.all(queueNames.map(async (name) => statusOf(name, await queues.get(name)))),
    close: async (patience) => {
      await Promise.all(workers.map((worker) => worker.halt()));
      const closing = await activity.settle(patience);
      await Promise.all([queues.close(), ...workers.map((worker) => worker.close())]);
      for (const connection of [producer, consumer]) connection.disconnect();
      return closing;
    },
  };
}
