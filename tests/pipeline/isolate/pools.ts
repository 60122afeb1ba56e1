import path from 'node:path';
import { accept, type Result } from '../../../model/outcome-channels.ts';
import { createGuardedPool, type PoolSettings } from '../../../pipeline/isolate/guarded-pool.ts';

/** A pool of odd children that is closed with `await using`. */
export function oddPool(settings: Partial<PoolSettings> = {}) {
  const pool = createGuardedPool({
    entry: path.join(import.meta.dirname, 'odd-worker.ts'),
    jobs: 1,
    ...settings,
  });
  return {
    run: (deed: string, argument = '', text = '') =>
      pool.run({ message: () => [deed, argument], bytes: async () => accept(Buffer.from(text)) }),
    pool,
    [Symbol.asyncDispose]: pool.close,
  };
}

/** The code of a refusal, or the value itself. */
export function outcome(result: Result<unknown>): unknown {
  return result.ok ? result.value : result.refusal.code;
}

/** Waits until `holds`, at most as long as given. */
export async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!holds() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  return holds();
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
