import type { Localized } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';
import type { Stage } from './stages.ts';

/** `dead`: given up by the program, waits for a person; `dropped`: given up by a person. */
export type StageState = 'waiting' | 'running' | 'done' | 'dead' | 'dropped';

/**
 * `transient` (network, disk full, busy): tried again later. `permanent`: no retry helps. `poison` (crash, time or memory
 * limit): tried once more, then kept away from the workers.
 */
export type FailureClass = 'transient' | 'permanent' | 'poison';

export type Failure = {
  readonly class: FailureClass;
  readonly code: string;
  readonly message: Localized;
};

/** A stage that can be started now. The id is all that a queue has to carry. */
export type DueStage = {
  readonly id: number;
  readonly sha256: string;
  readonly stage: Stage;
  readonly priority: number;
};

/** The right to work on a stage until `until`; good only while no later start has been given (`fence`). */
export type Lease = {
  readonly id: number;
  readonly sha256: string;
  readonly stage: Stage;
  readonly fence: number;
  readonly until: number;
  /** Starts so far, this one included. */
  readonly attempt: number;
};

/** What came of a stage. */
export type StageOutcome = {
  readonly result: CheckResult;
  /** The same with the corrections that people made to an earlier reading of the document; it becomes the current result. */
  readonly corrected?: CheckResult;
  /** The reading (`CheckRecord` of `model/record.ts`); kept as gzip JSON. */
  readonly record?: unknown;
  /** Stages that this result asks for. */
  readonly next?: readonly Stage[];
};

/** `refused`: the lease was lost to another worker meanwhile, and nothing was written. */
export type Finish =
  | { readonly kind: 'finished'; readonly resultId: number; readonly queued: readonly DueStage[] }
  | { readonly kind: 'refused' };

/** What became of a failed stage: tried again at a time, given up, or somebody else's by now. */
export type AfterFailure =
  | { readonly kind: 'waiting'; readonly dueAt: number }
  | { readonly kind: 'dead' }
  | { readonly kind: 'refused' };

/** One row of the ledger, for people: where a document stands in one stage, and why. */
export type StageRecord = {
  readonly id: number;
  readonly sha256: string;
  readonly stage: Stage;
  readonly engine: string;
  readonly state: StageState;
  readonly priority: number;
  readonly queuedAt: number;
  readonly dueAt: number;
  readonly attempts: number;
  readonly worker: string | undefined;
  readonly leaseUntil: number | undefined;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly failure: Failure | undefined;
};

/** A stage that was given up, with the name of its document. */
export type DeadLetter = StageRecord & { readonly name: string };

/** What a reconcile pass found: leases that had run out and wait again, and stages that died too often. */
export type Reconciliation = { readonly released: number; readonly quarantined: number };

/** How many stages are in each state, and since when the oldest of them waits. */
export type StageCount = {
  readonly stage: Stage;
  readonly state: StageState;
  readonly count: number;
  readonly oldest: number | undefined;
};

/** What is to be done, what is being done, and by whom: the only truth about it. Queues are a way to be told sooner. */
export type Ledger = {
  /** Stages that may start now, first things first; `after` is the last one of the page before. */
  readonly due: (
    stage: Stage,
    options?: { readonly limit?: number; readonly after?: DueStage },
  ) => Promise<readonly DueStage[]>;
  /**
   * Takes a stage for `leaseFor` milliseconds (default a minute). The start is counted before anything is read; a stage that was
   * started too often without an end is quarantined instead. Undefined when there is nothing to start: done, taken, not yet due.
   */
  readonly start: (id: number, worker: string, leaseFor?: number) => Promise<Lease | undefined>;
  /** Makes a lease last longer; false when it is lost, and the work should stop. */
  readonly heartbeat: (lease: Lease, leaseFor?: number) => Promise<boolean>;
  /** Writes result, findings, next stages and the end of the stage, all or nothing. */
  readonly finish: (lease: Lease, outcome: StageOutcome) => Promise<Finish>;
  readonly fail: (lease: Lease, failure: Failure) => Promise<AfterFailure>;
  /** Gives a stage back unharmed (a worker that is asked to stop). */
  readonly release: (lease: Lease) => Promise<boolean>;
  /** Takes back the leases that have run out. To be called at start and every minute. */
  readonly reconcile: () => Promise<Reconciliation>;
  readonly get: (id: number) => Promise<StageRecord | undefined>;
  /** Everything that was ever to be done with a document, oldest first. */
  readonly history: (sha256: string) => Promise<readonly StageRecord[]>;
  readonly counts: () => Promise<readonly StageCount[]>;
  /** Stages that ended at or after a time, by state: the rate of work. */
  readonly endedSince: (
    since: number,
  ) => Promise<readonly { stage: Stage; state: StageState; count: number }[]>;
  /** Failure codes of what is dead or waits for another try, most frequent first. */
  readonly failures: () => Promise<readonly { code: string; class: FailureClass; count: number }[]>;
  /** What was given up by the program, newest first. */
  readonly deadLetters: (options?: {
    readonly limit?: number;
    readonly before?: number;
  }) => Promise<readonly DeadLetter[]>;
  /** Puts a dead stage back to the waiting ones, its failures forgiven; false when it is not dead. */
  readonly retry: (id: number, who: string) => Promise<boolean>;
  /** Gives a dead stage up for good, with a reason; false when it is not dead. */
  readonly drop: (id: number, who: string, reason: string) => Promise<boolean>;
  /**
   * Queues `check` by this engine for documents that it has not checked, all or the ones given; gives how many were queued.
   */
  readonly renew: (who: string, sha256s?: readonly string[]) => Promise<number>;
};
