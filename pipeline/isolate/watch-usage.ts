import { exceededLimit, type Limits } from './limits.ts';
import { lookEveryInMilliseconds, type ProcessUsage, processUsage } from './process-usage.ts';

/** A process to watch and whom to tell, at most once, what it exceeded. */
export type WatchedProcess = {
  readonly pid: number;
  readonly limits: Limits;
  readonly exceeded: (what: 'time' | 'memory') => void;
};

/** `renew` begins another step; `stop` ends the watch. */
export type UsageWatch = { readonly renew: () => void; readonly stop: () => void };

/** Watches a process from now on. */
export function watchUsage({ pid, limits, exceeded }: WatchedProcess): UsageWatch {
  const begun = performance.now();
  let stepBegun = begun;
  let atStep: ProcessUsage | undefined;
  let watching = true;

  const judge = (usage: ProcessUsage): 'time' | 'memory' | undefined => {
    atStep ??= usage;
    const now = performance.now();
    const times = { elapsedInMilliseconds: now - begun, stepInMilliseconds: now - stepBegun };
    return exceededLimit({ ...usage, ...processorSince(atStep, usage), ...times }, limits);
  };
  const look = async (): Promise<void> => {
    const usage = await processUsage(pid);
    if (judge(usage) === undefined) return;
    // What already waits in the pipe, an answer or a step, is read before this runs.
    setImmediate(() => {
      const what = judge(usage);
      if (!watching || what === undefined) return;
      stop();
      exceeded(what);
    });
  };
  const stop = (): void => {
    watching = false;
    clearInterval(timer);
  };
  const timer = setInterval(() => void look(), lookEveryInMilliseconds);

  return {
    renew: () => {
      stepBegun = performance.now();
      atStep = undefined;
    },
    stop,
  };
}

function processorSince(first: ProcessUsage, now: ProcessUsage): ProcessUsage {
  if (first.processorInMilliseconds === undefined || now.processorInMilliseconds === undefined) return {};
  return { processorInMilliseconds: now.processorInMilliseconds - first.processorInMilliseconds };
}
