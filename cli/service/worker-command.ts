import { CallProblem } from '../call-problem.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { runService, type WorkableQueue } from './run-service.ts';

export type WorkerOptions = RecordOptions & {
  readonly queues: readonly WorkableQueue[];
  readonly host?: string;
  /** Absent: no metrics are given. */
  readonly port?: number;
};

/** Works on queues of Redis until it is asked to stop. */
export function workerCommand({
  queues,
  host = '127.0.0.1',
  port,
  ...options
}: WorkerOptions): Promise<void> {
  return withRecord(options, (record) => {
    if (record.config.redisUrl === undefined)
      throw new CallProblem({
        zh: 'fuhe worker 需要 Redis：请设置 REDIS_URL；只在一台机器上用时，fuhe serve 自己就会处理',
        en: 'fuhe worker needs Redis: set REDIS_URL; on a single machine fuhe serve does the work itself',
      });
    return runService(record, {
      kind: 'worker',
      queues,
      ...(port === undefined ? {} : { listen: { host, port } }),
    });
  });
}
