import { ownFolder } from '../../queue/own-folder.ts';
import { CallProblem } from '../call-problem.ts';
import { type RecordOptions, withRecord } from './open-record.ts';
import { runService, type WorkableQueue } from './run-service.ts';

export type ServeOptions = RecordOptions & {
  readonly queues: readonly WorkableQueue[];
  readonly host?: string;
  readonly port?: number;
};

/** Takes files in, works on them and serves the pages, until it is asked to stop. One data folder has one server. */
export function serveCommand({ queues, host, port, ...options }: ServeOptions): Promise<void> {
  return withRecord(options, async (record) => {
    const { dataFolder, listen } = record.config;
    const ownership = await ownFolder(dataFolder);
    if (!('close' in ownership))
      throw new CallProblem({
        zh: `数据文件夹 ${dataFolder} 已由另一个 fuhe serve 使用（${ownership.host} 上的进程 ${ownership.pid}）`,
        en: `the data folder ${dataFolder} is served by another fuhe serve (process ${ownership.pid} on ${ownership.host})`,
      });
    try {
      await runService(record, {
        kind: 'serve',
        queues,
        listen: { host: host ?? listen.host, port: port ?? listen.port },
      });
    } finally {
      await ownership.close();
    }
  });
}
