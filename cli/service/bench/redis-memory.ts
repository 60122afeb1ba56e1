import { Redis } from 'ioredis';
import { openBullmqRunner } from '../../../queue/bullmq/bullmq-runner.ts';

/** Keys of their own, so that queues in use are left alone. */
export const benchPrefix = '{fuhe-bench}';

/** Tickets handed over at a time. */
const batch = 2_000;

/** Bytes that a ticket takes in Redis while it waits, keys and all, when so many of them lie there at once. */
export async function bytesPerTicket(url: string, tickets: number): Promise<number> {
  const redis = new Redis(url);
  const runner = await openBullmqRunner({
    url,
    lanes: {},
    name: 'bench',
    lockFor: 60_000,
    room: tickets,
    prefix: benchPrefix,
    onProblem: () => {},
  });
  try {
    await removeBenchKeys(redis);
    const before = await usedMemory(redis);
    for (let from = 0; from < tickets; from += batch) {
      const length = Math.min(batch, tickets - from);
      await runner.enqueue(
        'check',
        Array.from({ length }, (_, index) => ({ id: String(1_000_000 + from + index), priority: 10 })),
      );
    }
    return Math.round(((await usedMemory(redis)) - before) / tickets);
  } finally {
    await removeBenchKeys(redis);
    await runner.close(0);
    redis.disconnect();
  }
}

/** Bytes that Redis says it uses. */
async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

async function removeBenchKeys(redis: Redis): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${benchPrefix}*`, count: 1000 })) {
    if (keys.length > 0) await redis.unlink(keys);
  }
}
