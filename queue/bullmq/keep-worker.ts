import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Activity, within } from '../activity.ts';
import type { OnProblem, QueueName, Work } from '../runner.ts';
import { idOf } from './job-payload.ts';

/** What works on one queue. */
export type KeptWorker = {
  /** Begins nothing more. */
  readonly halt: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type WorkerSettings = {
  readonly queue: QueueName;
  readonly work: Work;
  readonly atOnce: number;
  readonly connection: Redis;
  readonly prefix: string;
  readonly name: string;
  readonly lockFor: number;
  readonly activity: Activity;
  readonly onProblem: OnProblem;
};

/** Milliseconds before a worker whose loop ended with an error is replaced. */
const replaceAfter = 1_000;

/** Milliseconds that bullmq has to stop one; it would wait for ever. */
const stopPatience = 2_000;

/** Keeps a worker running: bullmq's ends for good when Redis goes away while it starts. */
export function keepWorker(settings: WorkerSettings): KeptWorker {
  let worker = createWorker(settings);
  let halted = false;
  const run = async (): Promise<void> => {
    while (!halted) {
      try {
        await worker.run();
      } catch (problem) {
        settings.onProblem(problem, { queue: settings.queue });
      }
      if (halted) return;
      await within(worker.close(true), stopPatience);
      await sleep(replaceAfter);
      if (!halted) worker = createWorker(settings);
    }
  };
  void run();
  return {
    halt: async () => {
      halted = true;
      await within(worker.pause(true), stopPatience);
    },
    close: async () => {
      halted = true;
      await within(worker.close(true), stopPatience);
    },
  };
}

function createWorker(settings: WorkerSettings): Worker {
  const { queue, work, atOnce, connection, prefix, name, lockFor, activity, onProblem } = settings;
  const worker = new Worker(queue, (job) => activity.run(work, idOf(job.data)), {
    autorun: false,
    connection,
    prefix,
    name,
    concurrency: atOnce,
    lockDuration: lockFor,
    stalledInterval: lockFor / 2,
    maxStalledCount: 2,
    runRetryDelay: 1_000,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  worker.on('error', (problem) => onProblem(problem, { queue }));
  worker.on('failed', (job, problem) =>
    onProblem(problem, { queue, ...(job?.id === undefined ? {} : { id: job.id }) }),
  );
  return worker;
}
