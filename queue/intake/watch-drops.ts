import type { Store } from '../../store/open-store.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { OnProblem } from '../runner.ts';
import { type Drop, type Inbox, openInbox } from './inbox.ts';
import { type DropFolders, takeDrop } from './take-drop.ts';

/** The drop folder of a service, times in milliseconds. */
export type InboxOptions = DropFolders & {
  readonly folder: string;
  readonly watch: 'events' | 'polling';
  readonly restFor: number;
  readonly pollEvery: number;
  readonly rescanEvery: number;
};

/** What drops are taken with; `wake` is called when one is in the record. */
export type InboxParts = {
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly wake: () => void;
  readonly onProblem: OnProblem;
};

/** Watches the drop folder, takes into the record what lies in it, and says so. */
export function watchDrops(
  options: InboxOptions,
  { store, log, metrics, wake, onProblem }: InboxParts,
): Promise<Inbox> {
  const take = async (drop: Drop): Promise<void> => {
    const taken = await takeDrop(drop, store, options);
    if (taken === undefined) return;
    const { movedTo } = taken;
    if (taken.kind === 'failed') {
      metrics.fileTaken('failed');
      log.warn({ file: drop.relative, movedTo, ...taken.refusal }, 'file refused');
      return;
    }
    const { kind, sha256: document } = taken.acceptance;
    metrics.fileTaken(kind);
    log.info({ document, file: drop.relative, movedTo, kind }, 'file taken');
    wake();
  };
  return openInbox({ ...options, take, onProblem: (problem, file) => onProblem(problem, { id: file }) });
}
