import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/open-store.ts';
import type { Runner } from './runner.ts';
import type { StageReport } from './stages/stage-work.ts';

/** What is measured in this process and read from the record; `docs/operations.md` says what each means. */
export type Metrics = {
  readonly stageEnded: (report: StageReport) => void;
  readonly fileTaken: (outcome: 'new' | 'known' | 'failed') => void;
  readonly problem: () => void;
  /** The text that Prometheus reads; what cannot be asked at the moment (Redis away) is left out. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** Seconds: a small table takes hundredths, a scan minutes. */
const durationBuckets = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000];

export function createMetrics(store: Store, runner: Runner): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refreshes = [recordGauges(registry, store), queueGauges(registry, runner)];
  const registers = [registry];
  const seconds = new Histogram({
    name: 'fuhe_stage_seconds',
    help: 'Time from the start of a stage to its end in this process',
    labelNames: ['stage', 'ending'] as const,
    buckets: durationBuckets,
    registers,
  });
  const taken = new Counter({
    name: 'fuhe_files_taken_total',
    help: 'Files taken from the drop folder by this process',
    labelNames: ['outcome'] as const,
    registers,
  });
  const problems = new Counter({
    name: 'fuhe_problems_total',
    help: 'Failures of the machinery in this process: Redis, the database, the disk',
    registers,
  });
  return {
    stageEnded: ({ stage, ending, seconds: taken }) => seconds.observe({ stage, ending }, taken),
    fileTaken: (outcome) => taken.inc({ outcome }),
    problem: () => problems.inc(),
    text: async () => {
      await Promise.all(refreshes.map((refresh) => refresh()));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Reads everything anew at each scrape; the gauges are one snapshot. */
function recordGauges(registry: Registry, { ledger }: Store): () => Promise<void> {
  const registers = [registry];
  const stages = new Gauge({
    name: 'fuhe_stages',
    help: 'Stages by state, from the record',
    labelNames: ['stage', 'state'] as const,
    registers,
  });
  const oldest = new Gauge({
    name: 'fuhe_oldest_waiting_seconds',
    help: 'How long the oldest waiting stage has been waiting, from the record',
    labelNames: ['stage'] as const,
    registers,
  });
  const failures = new Gauge({
    name: 'fuhe_failures',
    help: 'Stages that are dead or wait for another try, by reason, from the record',
    labelNames: ['code', 'class'] as const,
    registers,
  });
  return async () => {
    const [counts, codes] = await Promise.all([
      ledger.counts().catch(() => []),
      ledger.failures().catch(() => []),
    ]);
    for (const gauge of [stages, oldest, failures]) gauge.reset();
    for (const { stage, state, count, oldest: since } of counts) {
      stages.set({ stage, state }, count);
      if (state === 'waiting' && since !== undefined) oldest.set({ stage }, (Date.now() - since) / 1000);
    }
    for (const { code, class: kind, count } of codes) failures.set({ code, class: kind }, count);
  };
}

function queueGauges(registry: Registry, runner: Runner): () => Promise<void> {
  const registers = [registry];
  const up = new Gauge({
    name: 'fuhe_queue_up',
    help: '1 while the queues can be asked (0: Redis is away)',
    registers,
  });
  const tickets = new Gauge({
    name: 'fuhe_queue_tickets',
    help: 'Tickets that a queue holds; the record may know of more that wait',
    labelNames: ['queue', 'state'] as const,
    registers,
  });
  const workers = new Gauge({
    name: 'fuhe_queue_workers',
    help: 'Programs that work on a queue',
    labelNames: ['queue'] as const,
    registers,
  });
  const paused = new Gauge({
    name: 'fuhe_queue_paused',
    help: '1 while a queue is paused',
    labelNames: ['queue'] as const,
    registers,
  });
  return async () => {
    const status = await runner.status().catch(() => undefined);
    up.set(status === undefined ? 0 : 1);
    for (const gauge of [tickets, workers, paused]) gauge.reset();
    for (const { queue, waiting, active, state, workers: count } of status ?? []) {
      tickets.set({ queue, state: 'waiting' }, waiting);
      tickets.set({ queue, state: 'active' }, active);
      workers.set({ queue }, count);
      paused.set({ queue }, state === 'paused' ? 1 : 0);
    }
  };
}
