/** Milliseconds before the first retry of a transient failure; each further one doubles them, up to an hour. */
const firstRetry = 5_000;
const longestRetry = 3_600_000;

/** Milliseconds before a stage that crashed or ran out of its limits is tried once more. */
export const poisonRetry = 30_000;

/** Transient failures after which a stage is given up: the waits before add up to nearly a day. */
export const transientLimit = 30;

/** Crashes and exceeded limits after which a stage is quarantined. */
export const poisonLimit = 2;

/** Starts without any end after which a stage is quarantined: what ends its worker would end the next one as well. */
export const openStartLimit = 3;

/**
 * How long to wait after the given number of transient failures. The id spreads stages that failed together over half of the
 * wait again, so that they do not all come back at once; by it and not by chance, so that the same history gives the same time.
 */
export function transientDelay(failures: number, id: number): number {
  const wait = Math.min(firstRetry * 2 ** (failures - 1), longestRetry);
  const spread = ((id * 2654435761) % 1000) / 1000;
  return Math.round(wait * (1 + spread / 2));
}
