import path from 'node:path';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import type { CheckResult } from '../../model/result.ts';
import { type CheckRequest, isCheckResultOf } from './check-messages.ts';
import { createGuardedPool, type GuardedRequest, type PoolSettings } from './guarded-pool.ts';

/** `checkDocument` in guarded children. Refusals are those of `GuardedPool`. */
export type CheckPool = {
  readonly check: (request: CheckRequest, bytes: GuardedRequest['bytes']) => Promise<Result<CheckResult>>;
  readonly close: () => Promise<void>;
};

/** Source and build stand in folders of the same shape; only the ending differs. */
const entry = path.join(import.meta.dirname, `check-worker${path.extname(import.meta.filename)}`);

export function createCheckPool(settings: Omit<PoolSettings, 'entry'>): CheckPool {
  const pool = createGuardedPool({ ...settings, entry });
  return {
    check: async (request, bytes) => {
      const answer = await pool.run({ message: request, bytes });
      if (!answer.ok) return answer;
      if (isCheckResultOf(request.file, answer.value)) return accept(answer.value);
      return refuse('internal/crash', {
        zh: '子进程给出的结果不成形，未能复核',
        en: 'the process that read this file gave no proper result',
      });
    },
    close: pool.close,
  };
}
