import type { CheckResult } from '../../model/result.ts';
import type { StoredDocument } from '../../store/documents/documents.ts';
import type { DueStage, Failure, Lease, StageOutcome } from '../../store/ledger/ledger.ts';
import type { Stage } from '../../store/ledger/stages.ts';
import type { Store } from '../../store/open-store.ts';
import type { Log } from '../log.ts';
import type { Work } from '../runner.ts';

/** What a stage makes of a document: an outcome for the record, or why there is none. */
export type StageEnd =
  | ({ readonly kind: 'outcome' } & StageOutcome)
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Works on one document; may reject where its machinery fails. It need not heed the signal: it is left alone then. */
export type StageFunction = (document: StoredDocument) => Promise<StageEnd>;

/** How a start ended, for the metrics. */
export type StageReport = {
  readonly document: string;
  readonly stage: Stage;
  readonly ending: CheckResult['status'] | Failure['class'] | 'released' | 'lost';
  readonly seconds: number;
};

export type StageSettings = {
  readonly store: Store;
  /** Name of this program in the ledger. */
  readonly worker: string;
  /** Milliseconds that a lease lasts without a heartbeat. */
  readonly leaseFor: number;
  readonly log: Log;
  readonly onStart?: (document: string) => void;
  readonly onEnd: (report: StageReport) => void;
  /** Stages that the outcome asked for. */
  readonly onQueued: (queued: readonly DueStage[]) => void;
};

/** The work of one stage for a runner: lease, heartbeat, function, end. A ticket with nothing to start is done at once. */
export function stageWork(run: StageFunction, settings: StageSettings): Work {
  const { store, worker, leaseFor } = settings;
  return async (id, signal) => {
    const lease = await store.ledger.start(Number(id), worker, leaseFor);
    if (lease === undefined) return;
    const began = performance.now();
    const { sha256: document, stage, attempt } = lease;
    settings.onStart?.(document);
    let ending: StageReport['ending'] = 'lost';
    let seconds = 0;
    try {
      ending = await underLease(lease, { run, settings, signal });
    } finally {
      seconds = (performance.now() - began) / 1000;
      settings.onEnd({ document, stage, ending, seconds });
    }
    settings.log.info(
      { document, stage, attempt, ending, seconds: Number(seconds.toFixed(3)) },
      'stage ended',
    );
  };
}

type Start = {
  readonly run: StageFunction;
  readonly settings: StageSettings;
  readonly signal: AbortSignal;
};

async function underLease(lease: Lease, { run, settings, signal }: Start): Promise<StageReport['ending']> {
  const { store, leaseFor } = settings;
  const interruption = Promise.withResolvers<'aborted' | 'lost'>();
  const onAbort = (): void => interruption.resolve('aborted');
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  const heart = setInterval(async () => {
    // A record that cannot be reached may be back before the lease has run out.
    const held = await store.ledger.heartbeat(lease, leaseFor).catch(() => true);
    if (!held) interruption.resolve('lost');
  }, leaseFor / 3);
  try {
    const end = await Promise.race([attempt(lease, run, store), interruption.promise]);
    if (end === 'lost') return 'lost';
    if (end === 'aborted') return (await store.ledger.release(lease)) ? 'released' : 'lost';
    return await conclude(lease, end, settings);
  } finally {
    clearInterval(heart);
    signal.removeEventListener('abort', onAbort);
  }
}

async function attempt(lease: Lease, run: StageFunction, store: Store): Promise<StageEnd> {
  try {
    const document = await store.documents.get(lease.sha256);
    if (document === undefined) throw new Error('the document of a stage is not in the record');
    return await run(document);
  } catch (problem) {
    return { kind: 'failure', failure: transient(problem) };
  }
}

async function conclude(
  lease: Lease,
  end: StageEnd,
  settings: StageSettings,
): Promise<StageReport['ending']> {
  if (end.kind === 'failure') return failed(lease, end.failure, settings);
  try {
    const finish = await settings.store.ledger.finish(lease, end);
    if (finish.kind === 'refused') return 'lost';
    settings.onQueued(finish.queued);
    return end.result.status;
  } catch (problem) {
    return failed(lease, transient(problem), settings);
  }
}

async function failed(
  lease: Lease,
  failure: Failure,
  { store, log }: StageSettings,
): Promise<StageReport['ending']> {
  const after = await store.ledger.fail(lease, failure);
  const { sha256: document, stage, attempt: start } = lease;
  log.warn({ document, stage, attempt: start, ...failure, after: after.kind }, 'stage failed');
  return after.kind === 'refused' ? 'lost' : failure.class;
}

/** Machinery that failed: a full disk, a share or a database that is away. */
function transient(problem: unknown): Failure {
  const what = problem instanceof Error ? problem.message : String(problem);
  const code =
    problem instanceof Error && 'code' in problem ? `system/${String(problem.code)}` : 'system/problem';
  return {
    class: 'transient',
    code,
    message: {
      zh: `运行环境出错，稍后重试（${what}）`,
      en: `the machinery failed, another try follows (${what})`,
    },
  };
}
