import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import type { InboxOptions } from '../../queue/intake/watch-drops.ts';
import { type Log, openLog } from '../../queue/log.ts';
import { type Service, type ServiceSettings, startService } from '../../queue/service.ts';
import { CallProblem } from '../call-problem.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { loadSites } from '../crawl/load-sites.ts';
import { noContact } from '../crawl/sites-command.ts';
import type { OpenRecord } from './open-record.ts';
import { type Listener, listenForOperation } from './operation-server.ts';
import { untilStopped } from './stop-signal.ts';
import { serviceWords as words } from './words.ts';

/** The queues that a process may be told to work on. */
export type WorkableQueue = 'check' | 'ocr' | 'crawl';

/** What one process is to do. */
export type ServiceRole = {
  readonly kind: 'serve' | 'worker';
  readonly queues: readonly WorkableQueue[];
  /** Absent: nothing is listened on. */
  readonly listen?: { readonly host: string; readonly port: number };
};

/**
 * Milliseconds after which a process sees what another has recorded (`fuhe add` beside a running `serve`): one process is quick,
 * and each further one would only ask the same.
 */
const feedEvery = { serve: 100, worker: 1_000 } as const;

/** Runs until a signal asks it to stop, and then ends work within the time that is configured. */
export async function runService({ config, store, language }: OpenRecord, role: ServiceRole): Promise<void> {
  const log = openLog(config.logLevel);
  const { redisUrl } = config;
  const settings: ServiceSettings = {
    store,
    language,
    log,
    ...(redisUrl === undefined ? {} : { redisUrl }),
    widths: widthsOf(config, role.queues),
    ...(role.kind === 'serve' ? { ...inboxOf(config), hooks: config.webhooks } : {}),
    ...(role.queues.includes('crawl') ? await crawlingOf(config) : {}),
    worker: `${hostname()}:${process.pid}:${randomBytes(2).toString('hex')}`,
    reconcileEvery: config.reconcileSeconds * 1000,
    leaseFor: config.leaseSeconds * 1000,
    feedEvery: feedEvery[role.kind],
  };
  const stopped = untilStopped();
  const service = await startService(settings);
  const listener = await openListener(role, { config, store, language, service, log });
  const { worker, widths } = settings;
  log.info(
    { worker, widths, data: config.dataFolder, ...(listener && { ...role.listen, port: listener.port }) },
    'started',
  );
  const signal = await stopped;
  log.info({ signal }, 'stopping');
  await listener?.close();
  const closing = await service.close(config.shutdownSeconds * 1000);
  log.info({ closing }, 'stopped');
}

type ListenParts = OpenRecord & { readonly service: Service; readonly log: Log };

async function openListener(
  { kind, listen }: ServiceRole,
  { config, store, language, service, log }: ListenParts,
): Promise<Listener | undefined> {
  if (listen === undefined) return undefined;
  if (kind === 'worker') return listenForOperation(service, listen);
  const { listenForPeople } = await import('./listen-for-people.ts');
  const onFault = (problem: unknown): void => log.error({ problem: String(problem) }, 'page failed');
  const { names, publicUrl } = config.listen;
  const sites = (await loadSites(config)).map(({ name }) => name);
  const { entrance, ...listener } = await listenForPeople({
    store,
    service,
    names,
    publicUrl,
    signOff: config.signOff,
    sites,
    onFault,
    ...listen,
  });
  if (entrance !== undefined)
    process.stderr.write(`${words.entrance[entrance.kind][language]}: ${entrance.address}\n`);
  return listener;
}

function widthsOf({ workers }: LoadedConfig, queues: readonly WorkableQueue[]): ServiceSettings['widths'] {
  return {
    ...(queues.includes('check') ? { check: workers.check ?? availableParallelism() } : {}),
    ...(queues.includes('ocr') ? { ocr: workers.ocr } : {}),
  };
}

async function crawlingOf(config: LoadedConfig): Promise<Pick<ServiceSettings, 'crawling'>> {
  const sites = await loadSites(config);
  if (sites.length === 0) return {};
  const { contact, allowPrivate } = config.crawl;
  if (contact === undefined) throw new CallProblem(noContact);
  return { crawling: { sites, contact, allowPrivate, atOnce: config.workers.crawl } };
}

function inboxOf({ inbox }: LoadedConfig): { readonly inbox?: InboxOptions } {
  const { folder, done, failed, watch } = inbox;
  if (watch === 'off') return {};
  return {
    inbox: {
      folder,
      done,
      failed,
      watch,
      restFor: inbox.settleSeconds * 1000,
      pollEvery: inbox.pollSeconds * 1000,
      rescanEvery: inbox.rescanMinutes * 60_000,
    },
  };
}
