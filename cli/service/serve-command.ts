import { type Ownership, ownFolder } from '../../store/owner/own-folder.ts';
import { StoreProblem } from '../../store/store-problem.ts';
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
    const ownership = await own(dataFolder);
    try {
      await runService(record, {
        kind: 'serve',
        queues,
        listen: { host: host ?? listen.host, port: port ?? listen.port },
      });
    } finally {
      await ownership.release();
    }
  });
}

async function own(dataFolder: string): Promise<Ownership> {
  try {
    return await ownFolder(dataFolder);
  } catch (problem) {
    if (problem instanceof StoreProblem) throw new CallProblem(problem.sentence);
    throw problem;
  }
}
