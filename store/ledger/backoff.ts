/** Milliseconds before the first retry of a transient failure; each further one doubles them, up to an hour. */
const firstRetry = 5_000;
const longestRetry = 3_600_000;

/** Milliseconds before a stage that crashed or ran out of its limits is tried once more. */
export const poisonRetry = 30_000;

/** Transient failures after which a stage is given up: the waits before add up to nearly a day. */
export const transientLimit = 30;

/** Crashes and exceeded limits after which a stage is quarantined. */
export const poisonLimit = 2;

/**
 * Starts without any end after which a stage is quarantined. A document is read in a guarded child, so what ends the worker itself
 * is mostly something else (a restart, a kill by hand); but a document that does end it must not do so for ever. With three starts,
 * 500 random kills over 1,000 documents gave up 40 innocent ones.
 */
export const openStartLimit = 6;

/**
 * How long to wait after the given number of starts without an end, the last of which lasted so many milliseconds until its lease
 * ran out. The first may be anything, and costs nothing; each further one doubles the wait.
 */
export function silenceDelay(openStarts: number, lasted: number, id: number): number {
  return openStarts < 2 ? 0 : spreadOver(lasted * 2 ** (openStarts - 2), id);
}

/** How long to wait after the given number of transient failures. */
export function transientDelay(failures: number, id: number): number {
  return spreadOver(Math.min(firstRetry * 2 ** (failures - 1), longestRetry), id);
}

/**
 * A wait and up to half of it again: stages that failed together do not all come back at once. By the id and not by chance, so that
 * the same history gives the same time.
 */
function spreadOver(wait: number, id: number): number {
  const spread = ((id * 2654435761) % 1000) / 1000;
  return Math.round(wait * (1 + spread / 2));
}
