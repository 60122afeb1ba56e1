import { availableParallelism } from 'node:os';
import { publishRefusal } from '../../../pipeline/publish-result.ts';
import { acceptFile } from '../../../queue/accept-file.ts';
import { openBullmqRunner } from '../../../queue/bullmq/bullmq-runner.ts';
import { createFeeder } from '../../../queue/feeder.ts';
import { openInlineRunner } from '../../../queue/inline/inline-runner.ts';
import { silentLog } from '../../../queue/log.ts';
import type { Lanes, Runner } from '../../../queue/runner.ts';
import { stageWork } from '../../../queue/stages/stage-work.ts';
import type { Store } from '../../../store/open-store.ts';
import type { RecordOptions } from '../open-record.ts';
import { kindOf, withBenchRecord } from './bench-record.ts';
import { benchPrefix, bytesPerTicket } from './redis-memory.ts';

export type BenchOptions = RecordOptions & { readonly documents: number };

/** Tickets that a queue holds, and files taken in at once, as in the service. */
const room = 2_000;
const takenAtOnce = 4;

/**
 * What queueing costs without any checking: each of many tiny documents is recorded, brought to a worker that does nothing, and
 * ended in the record. On the Redis and the database that are configured, else in the process and on SQLite.
 */
export function benchQueueCommand({ documents, ...options }: BenchOptions): Promise<void> {
  return withBenchRecord(options, async (record) => {
    const { store, redisUrl } = record;
    const bytes = redisUrl === undefined ? undefined : await bytesPerTicket(redisUrl, documents);
    const recording = await measured(() => recordAll(store, documents));
    const residents: number[] = [];
    const working = await measured(() => workAll(store, { documents, redisUrl, residents }));
    const each = ({ milliseconds, cpu }: Measured) => ({
      milliseconds: rounded(milliseconds / documents),
      ofWhichProcessor: rounded(cpu / documents),
    });
    const result = {
      ...kindOf(record),
      documents,
      recordedEach: each(recording),
      workedEach: each(working),
      overheadInMillisecondsEach: rounded((recording.milliseconds + working.milliseconds) / documents),
      documentsPerSecond: Math.round((documents / working.milliseconds) * 1000),
      ...(bytes === undefined ? {} : { redisBytesPerWaitingTicket: bytes }),
      residentInMebibytesByTenths: residents,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  });
}

/** Milliseconds by the clock, and of the processor in this process. */
type Measured = { readonly milliseconds: number; readonly cpu: number };

async function measured(run: () => Promise<void>): Promise<Measured> {
  const began = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - began, cpu: (user + system) / 1000 };
}

const rounded = (number: number): number => Number(number.toFixed(3));

async function recordAll(store: Store, documents: number): Promise<void> {
  let next = 0;
  const recordSome = async (): Promise<void> => {
    while (next < documents) {
      const name = `${next}.txt`;
      next += 1;
      const bytes = Buffer.from(name);
      await acceptFile(store, { bytes, origin: { kind: 'path', name, path: name }, tags: [], priority: 10 });
    }
  };
  await Promise.all(Array.from({ length: takenAtOnce }, recordSome));
}

type Working = {
  readonly documents: number;
  readonly redisUrl: string | undefined;
  /** Is given the resident memory after each tenth of the documents. */
  readonly residents: number[];
};

async function workAll(store: Store, { documents, redisUrl, residents }: Working): Promise<void> {
  let ended = 0;
  const all = Promise.withResolvers<void>();
  const tenth = Math.ceil(documents / 10);
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
        if (ended % tenth === 0) residents.push(Math.round(process.memoryUsage.rss() / 1024 ** 2));
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
  return openBullmqRunner({
    url,
    lanes,
    name: 'bench',
    lockFor: 60_000,
    room,
    prefix: benchPrefix,
    onProblem,
  });
}
