import { setTimeout } from 'node:timers/promises';

/** SQLite's result code for a database that another connection is writing to. */
const busy = 5;

/** Milliseconds that a statement waits for its turn at most, and between two tries. */
const patience = 15_000;
const longestPause = 50;

/**
 * Runs a statement as soon as no other connection is writing. SQLite's own waiting would hold this process as well, and two
 * connections in one process would wait for each other. A statement that was refused as busy has changed nothing.
 */
export async function whenFree<Answer>(run: () => Answer): Promise<Answer> {
  const deadline = performance.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return run();
    } catch (problem) {
      if (!isBusy(problem) || performance.now() > deadline) throw problem;
    }
    await setTimeout(pause);
  }
}

function isBusy(problem: unknown): boolean {
  // The extended codes (busy recovery, busy snapshot) keep the plain one in their low byte.
  return (
    problem instanceof Error &&
    'errcode' in problem &&
    typeof problem.errcode === 'number' &&
    (problem.errcode & 0xff) === busy
  );
}
