import { type RecordOptions, withRecord } from './open-record.ts';
import { runService, type WorkableQueue } from './run-service.ts';

export type ServeOptions = RecordOptions & {
  readonly queues: readonly WorkableQueue[];
  readonly host?: string;
  readonly port?: number;
};

/** Takes files in, works on them and answers on the port that is configured, until it is asked to stop. */
export function serveCommand({ queues, host, port, ...options }: ServeOptions): Promise<void> {
  return withRecord(options, (record) => {
    const { listen } = record.config;
    return runService(record, {
      kind: 'serve',
      queues,
      listen: { host: host ?? listen.host, port: port ?? listen.port },
    });
  });
}
