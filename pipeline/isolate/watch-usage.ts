import { exceededLimit, type Limits } from './limits.ts';
import { lookEveryInMilliseconds, type ProcessUsage, processUsage } from './process-usage.ts';

/** A process to watch and whom to tell, at most once, what it exceeded. */
export type Watch = {
  readonly pid: number;
  readonly limits: Limits;
  readonly exceeded: (what: 'time' | 'memory') => void;
};

/** Watches a process from now on; the result ends the watch. */
export function watchUsage({ pid, limits, exceeded }: Watch): () => void {
  const begun = performance.now();
  let first: ProcessUsage | undefined;
  let watching = true;

  const look = async (): Promise<void> => {
    const usage = await processUsage(pid);
    first ??= usage;
    const what = exceededLimit(
      { ...usage, ...processorSince(first, usage), elapsedInMilliseconds: performance.now() - begun },
      limits,
    );
    // An answer that already waits in the pipe is read before this runs, and ends the watch.
    if (what !== undefined) setImmediate(() => watching && stop() && exceeded(what));
  };
  const timer = setInterval(() => void look(), lookEveryInMilliseconds);
  void look();

  const stop = (): true => {
    watching = false;
    clearInterval(timer);
    return true;
  };
  return stop;
}

function processorSince(first: ProcessUsage, now: ProcessUsage): ProcessUsage {
  if (first.processorInMilliseconds === undefined || now.processorInMilliseconds === undefined) return {};
  return { processorInMilliseconds: now.processorInMilliseconds - first.processorInMilliseconds };
}
