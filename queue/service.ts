import type { Language } from '../model/localized.ts';
import type { DueStage } from '../store/ledger/ledger.ts';
import type { Stage } from '../store/ledger/stages.ts';
import type { Store } from '../store/open-store.ts';
import { type OnLink, openBullmqRunner } from './bullmq/bullmq-runner.ts';
import { type Crawling, openCrawling } from './crawl/open-crawling.ts';
import { createFeeder } from './feeder.ts';
import { type Health, readHealth } from './health.ts';
import { openInlineRunner } from './inline/inline-runner.ts';
import { type InboxOptions, watchDrops } from './intake/watch-drops.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPauseKeeper } from './paused-queues.ts';
import { keepPresence } from './presence.ts';
import { createProblemLog } from './problem-log.ts';
import { startRounds } from './rounds.ts';
import { type Closing, type Lanes, type OnProblem, queueNames, type Runner } from './runner.ts';
import { type DelivererSettings, openDeliverer } from './webhook/deliverer.ts';
import { openWorkshop, type Widths } from './workshop.ts';

/** What runs in one process. */
export type ServiceSettings = {
  readonly store: Store;
  /** Absent: tickets are worked on in this process. */
  readonly redisUrl?: string;
  readonly widths: Widths;
  readonly language: Language;
  /** Absent: nothing is taken in here. */
  readonly inbox?: InboxOptions;
  /** Absent: no site is crawled here. */
  readonly crawling?: Crawling;
  /** Programs that are told of new disagreements; none unless given. */
  readonly hooks?: DelivererSettings['hooks'];
  /** Milliseconds between two looks at what is to be told; 5 seconds unless given. */
  readonly tellEvery?: number;
  /** Name of this program, one of its own for each process. */
  readonly worker: string;
  /** Milliseconds between two comparisons of the queue with the record, and of a lease without a heartbeat. */
  readonly reconcileEvery: number;
  readonly leaseFor: number;
  /** Milliseconds between two looks at what other processes recorded. */
  readonly feedEvery: number;
  readonly log: Log;
};

export type Service = {
  readonly runner: Runner;
  readonly metrics: Metrics;
  readonly health: () => Promise<Health>;
  /** Offers what is due now; whoever has just recorded something calls it. */
  readonly wake: () => void;
  /** Takes in nothing more, ends work within `patience` milliseconds, and stops. */
  readonly close: (patience: number) => Promise<Closing>;
};

/** Tickets that a queue holds at most. */
const room = 2_000;

/** Runs intake, workers and the comparison of the queue with the record in this process. */
export async function startService(settings: ServiceSettings): Promise<Service> {
  const { store, log, widths, reconcileEvery, feedEvery } = settings;
  let metrics: Metrics | undefined;
  const problems = createProblemLog(log);
  const onProblem: OnProblem = (problem, about) => {
    metrics?.problem();
    problems.note(problem, about);
  };
  const offer = async (queued: readonly DueStage[]): Promise<void> => {
    for (const { id, stage, priority } of queued) await runner.enqueue(stage, [{ id: String(id), priority }]);
  };
  const presence = keepPresence({
    workers: store.workers,
    id: settings.worker,
    queues: queueNames.filter((name) => name in widths),
    onProblem,
  });
  const workshop = openWorkshop(widths, {
    ...settings,
    onStart: presence.took,
    onEnd: (report) => {
      presence.left(report.document);
      metrics?.stageEnded(report);
    },
    onQueued: (queued) => void offer(queued).catch((problem: unknown) => onProblem(problem, {})),
  });
  const wake = (): void => void feeder.feed();
  const crawling = settings.crawling && openCrawling(settings.crawling, { ...settings, onProblem, wake });
  const lanes = { ...workshop.lanes, ...crawling?.lanes };
  const runner = await openRunner(settings, lanes, { onProblem, onLink: problems.link });
  const measured = createMetrics(store, runner);
  metrics = measured;
  const { ledger, blobs } = store;
  const feeder = createFeeder({ ledger, runner, stages: stagesFed(settings), batch: room, onProblem });
  const keepPauses = createPauseKeeper(store.settings, runner);
  const rounds = startRounds({
    ledger,
    blobs,
    feeder,
    keepPauses,
    reconcileEvery,
    feedEvery,
    log,
    onProblem,
  });
  const schedules = crawling?.start(runner);
  const inbox =
    settings.inbox && (await watchDrops(settings.inbox, { store, log, metrics: measured, wake, onProblem }));
  const deliverer = openDeliverer({
    store,
    hooks: settings.hooks ?? [],
    ...(settings.tellEvery === undefined ? {} : { pause: settings.tellEvery }),
    onTried: ({ delivery: { id, hook, attempt }, state }) =>
      log.info({ delivery: id, hook, attempt, state }, 'webhook'),
    onFault: (problem) => onProblem(problem, {}),
  });
  return {
    runner,
    metrics: measured,
    health: () => readHealth(store, runner),
    wake,
    close: async (patience) => {
      rounds.stop();
      schedules?.stop();
      await deliverer.close();
      await inbox?.close();
      const closing = await runner.close(patience);
      await workshop.close();
      await presence.close();
      await crawling?.close();
      return closing;
    },
  };
}

/** A process that works on nothing still feeds Redis, where workers elsewhere wait; inline, nobody else would come. */
function stagesFed({ redisUrl, widths }: ServiceSettings): readonly Stage[] {
  const stages: readonly Stage[] = ['check', 'ocr'];
  return redisUrl === undefined ? stages.filter((stage) => widths[stage] !== undefined) : stages;
}

function openRunner(
  { redisUrl, worker, leaseFor }: ServiceSettings,
  lanes: Lanes,
  { onProblem, onLink }: { readonly onProblem: OnProblem; readonly onLink: OnLink },
): Runner | Promise<Runner> {
  if (redisUrl === undefined) return openInlineRunner({ lanes, room, onProblem });
  return openBullmqRunner({ url: redisUrl, lanes, name: worker, lockFor: leaseFor, room, onProblem, onLink });
}
