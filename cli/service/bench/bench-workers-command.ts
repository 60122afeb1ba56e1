import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { acceptFile } from '../../../queue/accept-file.ts';
import { priorities } from '../../../store/ledger/stages.ts';
import { CallProblem } from '../../call-problem.ts';
import type { BenchOptions } from './bench-queue-command.ts';
import { type BenchRecord, kindOf, withBenchRecord } from './bench-record.ts';

/** Rows of each table: checking one takes some tenths of a second, so that the queue itself hardly counts. */
const rowsEach = 400;

/**
 * How much sooner two workers are done than one: the same number of large tables is checked for real by one process and then by two,
 * each working on one document at a time, on the Redis that is configured.
 */
export async function benchWorkersCommand({ documents, ...options }: BenchOptions): Promise<void> {
  const seconds: number[] = [];
  let kind = {};
  for (const workers of [1, 2]) {
    await withBenchRecord(options, async (record) => {
      if (record.redisUrl === undefined)
        throw new CallProblem({
          zh: '比较工作进程需要 Redis：请设置 REDIS_URL',
          en: 'comparing workers needs Redis: set REDIS_URL',
        });
      kind = kindOf(record);
      seconds.push(await secondsFor(record, { documents, workers }));
    });
  }
  const [one = 0, two = 0] = seconds;
  const result = {
    ...kind,
    documents,
    secondsWithOneWorker: Number(one.toFixed(2)),
    secondsWithTwoWorkers: Number(two.toFixed(2)),
    timesAsFast: Number((one / two).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

type Fleet = { readonly documents: number; readonly workers: number };

/** From the first start to the last end, as the record has them: how long the processes took to start does not count. */
async function secondsFor(record: BenchRecord, { documents, workers }: Fleet): Promise<number> {
  const { store } = record;
  const programs = Array.from({ length: workers }, () => startWorker(record));
  try {
    while ((await store.workers.list(60_000)).length < workers) await sleep(100);
    const hashes = await addTables(record, documents);
    const ended = async (): Promise<number> =>
      (await store.ledger.endedSince(0)).reduce((sum, { count }) => sum + count, 0);
    while ((await ended()) < documents) {
      for (const { exitCode } of programs)
        if (exitCode !== null) throw new Error(`a worker ended with ${exitCode}`);
      await sleep(100);
    }
    const rows = (await Promise.all(hashes.map((sha256) => store.ledger.history(sha256)))).flat();
    const starts = rows.map(({ startedAt = Number.POSITIVE_INFINITY }) => startedAt);
    const ends = rows.map(({ endedAt = 0 }) => endedAt);
    return (Math.max(...ends) - Math.min(...starts)) / 1000;
  } finally {
    await Promise.all(programs.map(stop));
  }
}

function startWorker({ dataFolder, databaseUrl = '', redisUrl = '' }: BenchRecord): ChildProcess {
  return spawn(process.execPath, [process.argv[1] ?? '', 'worker', '--queues', 'check'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: dataFolder,
    env: {
      ...process.env,
      FUHE_DATA: dataFolder,
      DATABASE_URL: databaseUrl,
      REDIS_URL: benchRedis(redisUrl),
      FUHE_CHECK_WORKERS: '1',
      FUHE_LOG: 'warn',
    },
  });
}

/** The last of Redis's usual databases: in the one that is configured, workers of another record may be waiting for tickets. */
function benchRedis(redisUrl: string): string {
  const url = new URL(redisUrl);
  url.pathname = '/15';
  return url.href;
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, 'exit');
  program.kill('SIGTERM');
  await exit;
}

async function addTables({ store }: BenchRecord, documents: number): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (let number = 0; number < documents; number += 1) {
    const name = `${number}.md`;
    const accepted = await acceptFile(store, {
      bytes: Buffer.from(largeTable(number)),
      origin: { kind: 'path', name, path: name },
      tags: [],
      priority: priorities.folder,
    });
    if (accepted.ok) hashes.push(accepted.value.sha256);
  }
  return hashes;
}

/** A project form of many rows; each number makes other bytes. */
function largeTable(number: number): string {
  const rows = Array.from(
    { length: rowsEach },
    (_, row) =>
      `| 产出指标 | 数量指标 | 指标${number}之${row} | ≥${row + 1}个 | ${row + 1}个 | 0.25 | 0.25 | |`,
  );
  return [
    `项目支出绩效自评表（${number}）`,
    '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '| 总分 | | | | | 100 | 100 | |',
    '',
  ].join('\n');
}
