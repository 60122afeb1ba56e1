import path from 'node:path';
import { accept, type Result, refuse } from '../../model/outcome-channels.ts';
import type { CheckResult } from '../../model/result.ts';
import type { CheckedWithRecord } from '../check.ts';
import {
  areTablesOf,
  type CheckRequest,
  type DocumentTask,
  type DrawnTables,
  isCheckedWithRecordOf,
  isCheckResultOf,
  type TablesRequest,
} from './document-messages.ts';
import {
  createGuardedPool,
  type GuardedPool,
  type GuardedRequest,
  type PoolSettings,
} from './guarded-pool.ts';

type Bytes = GuardedRequest['bytes'];

/** `checkDocument`, `checkAndRecord` and `findTables` in guarded children. Refusals are those of `GuardedPool`. */
export type DocumentPool = {
  readonly check: (request: CheckRequest, bytes: Bytes) => Promise<Result<CheckResult>>;
  readonly checkAndRecord: (request: CheckRequest, bytes: Bytes) => Promise<Result<CheckedWithRecord>>;
  readonly findTables: (request: TablesRequest, bytes: Bytes) => Promise<Result<DrawnTables>>;
  readonly setJobs: GuardedPool['setJobs'];
  readonly close: () => Promise<void>;
};

/** The worker as it stands in the sources, or the script that the build has made of it. */
const entry = path.join(
  import.meta.dirname,
  path.extname(import.meta.filename) === '.ts' ? 'document-worker.ts' : 'joined/document-worker.cjs',
);

export function createDocumentPool(settings: Omit<PoolSettings, 'entry'>): DocumentPool {
  const pool = createGuardedPool({ ...settings, entry });
  const run = (task: DocumentTask, bytes: Bytes) =>
    pool.run({ message: async (read) => ({ ...task, sha256: await sha256Of(read) }), bytes });
  return {
    check: async (request, bytes) => {
      const answer = await run({ kind: 'check', request }, bytes);
      if (!answer.ok) return answer;
      return isCheckResultOf(request.file, answer.value) ? accept(answer.value) : malformed();
    },
    checkAndRecord: async (request, bytes) => {
      const answer = await run({ kind: 'check-and-record', request }, bytes);
      if (!answer.ok) return answer;
      return isCheckedWithRecordOf(request.file, answer.value) ? accept(answer.value) : malformed();
    },
    findTables: async (request, bytes) => {
      const answer = await run({ kind: 'tables', request }, bytes);
      if (!answer.ok) return answer;
      return areTablesOf(request.file, answer.value) ? accept(answer.value) : malformed();
    },
    setJobs: pool.setJobs,
    close: pool.close,
  };
}

/** Here and not in the child, which has its time for the document. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const { hash } = await import('node:crypto');
  return hash('sha256', bytes);
}

function malformed<T>(): Result<T> {
  return refuse('internal/crash', {
    zh: '子进程给出的结果不成形，未能复核',
    en: 'the process that read this file gave no proper result',
  });
}
