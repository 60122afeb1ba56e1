/** Separate queues by what they use up: the network, processors, processors for minutes, other people's servers. */
export const queueNames = ['fetch', 'check', 'ocr', 'crawl'] as const;

export type QueueName = (typeof queueNames)[number];

/** All that a queue carries: which row of the record it is about. Lower priorities go first. */
export type Ticket = { readonly id: string; readonly priority: number };

/**
 * Does what a ticket stands for, and leaves in the record what came of it. A ticket may come twice, late, or for something that
 * is done already. Once the signal is aborted it should give its work back and return soon.
 */
export type Work = (id: string, signal: AbortSignal) => Promise<void>;

/** The queues that are worked on here, each with its own width. */
export type Lanes = { readonly [Name in QueueName]?: { readonly work: Work; readonly atOnce: number } };

export type QueueStatus = {
  readonly queue: QueueName;
  /** Tickets that are held and wait; the record may know of more. */
  readonly waiting: number;
  readonly active: number;
  readonly state: 'running' | 'paused';
  /** Programs that work on it. */
  readonly workers: number;
};

/**
 * Brings tickets to workers. It promises nothing: tickets may be lost with whatever holds them, since the record offers again
 * what is due. What it must not do is bring the same ticket to two workers at a time while all is well.
 */
export type Runner = {
  /** Tickets that wait or are worked on already are left as they are. Rejects where they cannot be kept. */
  readonly enqueue: (queue: QueueName, tickets: readonly Ticket[]) => Promise<void>;
  /** Begins no further tickets of a queue, here and at all other workers on it. */
  readonly pause: (queue: QueueName) => Promise<void>;
  readonly resume: (queue: QueueName) => Promise<void>;
  /** How many more tickets a queue would hold; those beyond are better left in the record. */
  readonly room: (queue: QueueName) => Promise<number>;
  readonly status: () => Promise<readonly QueueStatus[]>;
  /**
   * Begins nothing more, waits for what is under way up to `patience` milliseconds, then aborts it: `abandoned` where something
   * had to be.
   */
  readonly close: (patience: number) => Promise<Closing>;
};

export type Closing = 'finished' | 'abandoned';

/** Where a runner says what went wrong with a ticket or with its connection. */
export type OnProblem = (
  problem: unknown,
  about: { readonly queue?: QueueName; readonly id?: string },
) => void;
