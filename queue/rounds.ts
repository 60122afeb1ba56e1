import type { Blobs } from '../store/blobs/blobs.ts';
import type { Ledger } from '../store/ledger/ledger.ts';
import type { Feeder } from './feeder.ts';
import type { Log } from './log.ts';
import type { OnProblem } from './runner.ts';

/** What is done again and again, in milliseconds. */
export type RoundSettings = {
  readonly ledger: Pick<Ledger, 'reconcile'>;
  readonly blobs: Pick<Blobs, 'sweep'>;
  readonly feeder: Feeder;
  /** Pauses and resumes queues as the record says. */
  readonly keepPauses: () => Promise<void>;
  readonly reconcileEvery: number;
  /** Between two looks at what is due: what another process recorded is begun that soon. */
  readonly feedEvery: number;
  readonly log: Log;
  readonly onProblem: OnProblem;
};

/** Milliseconds between two looks at which queues are to stand still. */
const pauseEvery = 1_000;

/** Milliseconds between two looks for what crashes left half written. */
const sweepEvery = 3_600_000;

/**
 * Offers what is due; takes leases back that have run out, and removes what crashes left, at once and each at its own
 * pace.
 */
export function startRounds(settings: RoundSettings): { readonly stop: () => void } {
  const { ledger, blobs, feeder, keepPauses, reconcileEvery, feedEvery, log, onProblem } = settings;
  const reconcile = async (): Promise<void> => {
    const { released, quarantined } = await ledger.reconcile();
    if (released + quarantined > 0) log.info({ released, quarantined }, 'leases taken back');
    feeder.forget();
    await keepPauses();
    await feeder.feed();
  };
  const sweep = async (): Promise<void> => {
    const removed = await blobs.sweep();
    if (removed > 0) log.info({ removed }, 'unfinished files removed');
  };
  const safely = (round: () => Promise<void>) => () =>
    void round().catch((problem: unknown) => onProblem(problem, {}));
  const timers = [
    setInterval(safely(feeder.feed), feedEvery),
    setInterval(safely(keepPauses), pauseEvery),
    setInterval(safely(reconcile), reconcileEvery),
    setInterval(safely(sweep), sweepEvery),
  ];
  safely(reconcile)();
  safely(sweep)();
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
