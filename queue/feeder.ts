import type { Ledger } from '../store/ledger/ledger.ts';
import type { Stage } from '../store/ledger/stages.ts';
import type { OnProblem, Runner } from './runner.ts';

/** Offers what the record says is due to the queues, first things first, and never more than they have room for. */
export type Feeder = {
  /** Offers now; calls that come meanwhile are one further round. */
  readonly feed: () => Promise<void>;
  /** Forgets what was offered, so that the next round offers all of it again: tickets may have been lost. */
  readonly forget: () => void;
};

export type FeederSettings = {
  readonly ledger: Pick<Ledger, 'due'>;
  readonly runner: Runner;
  readonly stages: readonly Stage[];
  /** Tickets of one round at most; a queue is fed again when it has room for half of it. */
  readonly batch: number;
  readonly onProblem: OnProblem;
};

export function createFeeder({ ledger, runner, stages, batch, onProblem }: FeederSettings): Feeder {
  const offered = new Map<Stage, ReadonlySet<number>>();
  let round: Promise<void> | undefined;
  let again = false;

  const feedStage = async (stage: Stage): Promise<void> => {
    if ((await runner.room(stage)) < batch / 2) return;
    const due = await ledger.due(stage, { limit: batch });
    const before = offered.get(stage);
    const fresh = due.filter(({ id }) => before?.has(id) !== true);
    await runner.enqueue(
      stage,
      fresh.map(({ id, priority }) => ({ id: String(id), priority })),
    );
    // What is no longer due was begun; when it is due again, it is offered again.
    offered.set(stage, new Set(due.map(({ id }) => id)));
  };
  const feedAll = async (): Promise<void> => {
    do {
      again = false;
      for (const stage of stages) {
        await feedStage(stage).catch((problem: unknown) => onProblem(problem, { queue: stage }));
      }
    } while (again);
  };
  return {
    feed: () => {
      again = true;
      round ??= feedAll().finally(() => {
        round = undefined;
      });
      return round;
    },
    forget: () => offered.clear(),
  };
}
