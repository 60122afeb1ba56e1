import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { engineVersion } from '../../pipeline/engine-version.ts';
import { publishRefusal } from '../../pipeline/publish-result.ts';
import { acceptFile } from '../../queue/accept-file.ts';
import { openBullmqRunner } from '../../queue/bullmq/bullmq-runner.ts';
import { createFeeder } from '../../queue/feeder.ts';
import { openInlineRunner } from '../../queue/inline/inline-runner.ts';
import { silentLog } from '../../queue/log.ts';
import type { Lanes, Runner } from '../../queue/runner.ts';
import { stageWork } from '../../queue/stages/stage-work.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { loadConfig } from '../config/load-config.ts';
import type { RecordOptions } from './open-record.ts';

export type BenchOptions = RecordOptions & { readonly documents: number };

/** Keys of their own, so that queues in use are left alone. */
const prefix = '{fuhe-bench}';

const room = 2_000;

/**
 * What queueing costs without any checking: each of many tiny documents is recorded, brought to a worker that does nothing, and
 * ended in the record, which is a new one in a temporary folder. On the Redis that is configured, else in the process.
 */
export async function benchQueueCommand({ documents, config: file }: BenchOptions): Promise<void> {
  const { redisUrl } = await loadConfig({ file, environment: process.env, folder: process.cwd() });
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhe-bench-'));
  const store = await openStore({ dataFolder: folder, engine: engineVersion });
  try {
    const bytes = redisUrl === undefined ? undefined : await redisBytesPerTicket(redisUrl, documents);
    const recording = await timed(() => recordAll(store, documents));
    const working = await timed(() => workAll(store, documents, redisUrl));
    const each = (milliseconds: number): number => Number((milliseconds / documents).toFixed(3));
    const result = {
      runner: redisUrl === undefined ? 'inline' : 'bullmq',
      documents,
      recordedInMillisecondsEach: each(recording),
      workedInMillisecondsEach: each(working),
      documentsPerSecond: Math.round((documents / working) * 1000),
      ...(bytes === undefined ? {} : { redisBytesPerWaitingTicket: bytes }),
      residentInMebibytes: Math.round(process.memoryUsage.rss() / 1024 ** 2),
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function recordAll(store: Store, documents: number): Promise<void> {
  for (let number = 0; number < documents; number += 1) {
    const name = `${number}.txt`;
    const bytes = Buffer.from(name);
    await acceptFile(store, { bytes, origin: { kind: 'path', name, path: name }, tags: [], priority: 10 });
  }
}

async function workAll(store: Store, documents: number, redisUrl: string | undefined): Promise<void> {
  let ended = 0;
  const all = Promise.withResolvers<void>();
  const work = stageWork(
    async ({ sha256, name: file }) => ({
      kind: 'outcome',
      result: publishRefusal(
        { file, sha256, language: 'zh' },
        { code: 'bench', message: { zh: '', en: '' } },
      ),
    }),
    {
      store,
      worker: 'bench',
      leaseFor: 60_000,
      log: silentLog,
      onQueued: () => {},
      onEnd: () => {
        ended += 1;
        if (ended === documents) all.resolve();
      },
    },
  );
  const runner = await openRunner({ check: { work, atOnce: availableParallelism() } }, redisUrl);
  const { ledger } = store;
  const onProblem = all.reject;
  const feeder = createFeeder({ ledger, runner, stages: ['check'], batch: room, onProblem });
  const timer = setInterval(feeder.feed, 100);
  try {
    await feeder.feed();
    await all.promise;
  } finally {
    clearInterval(timer);
    await runner.close(5_000);
  }
}

function openRunner(lanes: Lanes, url: string | undefined): Runner | Promise<Runner> {
  const onProblem = (): void => {};
  if (url === undefined) return openInlineRunner({ lanes, room, onProblem });
  return openBullmqRunner({ url, lanes, name: 'bench', lockFor: 60_000, room, prefix, onProblem });
}

/** What a ticket takes in Redis while it waits, keys and all. */
async function redisBytesPerTicket(url: string, tickets: number): Promise<number> {
  const redis = new Redis(url);
  const runner = await openRunner({}, url);
  try {
    await removeKeys(redis);
    const before = await usedMemory(redis);
    for (let from = 0; from < tickets; from += room) {
      const length = Math.min(room, tickets - from);
      await runner.enqueue(
        'check',
        Array.from({ length }, (_, index) => ({ id: String(1_000_000 + from + index), priority: 10 })),
      );
    }
    return Math.round(((await usedMemory(redis)) - before) / tickets);
  } finally {
    await removeKeys(redis);
    await runner.close(0);
    redis.disconnect();
  }
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

async function removeKeys(redis: Redis): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 })) {
    if (keys.length > 0) await redis.unlink(keys);
  }
}
