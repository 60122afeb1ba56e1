import path from 'node:path';
import type { Language } from '../../model/localized.ts';
import { accept, note, type Refusal, type Result, refuse } from '../../model/outcome-channels.ts';
import type { CheckResult } from '../../model/result.ts';
import type { CheckedWithRecord } from '../check.ts';
import { publishNote } from '../publish-assessment.ts';
import {
  areTablesOf,
  type CheckRequest,
  type DocumentTask,
  type DrawnTables,
  isCheckedWithRecordOf,
  isCheckResultOf,
  leavesPicturesUnread,
  type TablesRequest,
} from './document-messages.ts';
import type { OnStep } from './guarded-child.ts';
import {
  createGuardedPool,
  type GuardedPool,
  type GuardedRequest,
  type PoolSettings,
} from './guarded-pool.ts';
import { recognitionLimits } from './limits.ts';

type Bytes = GuardedRequest['bytes'];

/** `checkDocument`, `checkAndRecord` and `findTables` in guarded children. Refusals are those of `GuardedPool`. */
export type DocumentPool = {
  readonly check: (request: CheckRequest, bytes: Bytes, onStep?: OnStep) => Promise<Result<CheckResult>>;
  readonly checkAndRecord: (
    request: CheckRequest,
    bytes: Bytes,
    onStep?: OnStep,
  ) => Promise<Result<CheckedWithRecord>>;
  readonly findTables: (request: TablesRequest, bytes: Bytes) => Promise<Result<DrawnTables>>;
  readonly setJobs: GuardedPool['setJobs'];
  readonly close: () => Promise<void>;
};

/** The worker as it stands in the sources, or the script that the build has made of it. */
const entry = path.join(
  import.meta.dirname,
  path.extname(import.meta.filename) === '.ts' ? 'document-worker.ts' : 'joined/document-worker.cjs',
);

/**
 * Documents are read without recognition first, by children that may only compute. One that leaves pictures unread is read
 * again, where it may be, by a child that may load the engines: native code and threads.
 */
export function createDocumentPool(settings: Omit<PoolSettings, 'entry'>): DocumentPool {
  const computing = createGuardedPool({ ...settings, entry });
  let { jobs } = settings;
  let recognising: GuardedPool | undefined;
  const recognisingPool = (): GuardedPool => {
    recognising ??= createGuardedPool({
      ...recognitionLimits,
      ...settings,
      entry,
      allow: ['threads', 'native-code'],
      jobs,
      start: 'when-needed',
    });
    return recognising;
  };

  const ask = async <T>({ task, isAnswer, bytes, onStep, keep }: Asked<T>): Promise<Result<T>> => {
    const { ocr = 'auto' } = task.request;
    const run = async (pool: GuardedPool, message: DocumentTask): Promise<Result<T>> => {
      const answer = await pool.run({
        message: async (read) => ({ ...message, sha256: await sha256Of(read) }),
        bytes,
        ...(onStep ? { onStep } : {}),
      });
      if (!answer.ok) return answer;
      return isAnswer(answer.value) ? accept(answer.value) : malformed();
    };
    if (ocr === 'always') return run(recognisingPool(), task);
    const first = await run(computing, withoutRecognition(task));
    if (ocr === 'never' || !first.ok || !leavesPicturesUnread(first.value)) return first;
    const second = await run(recognisingPool(), task);
    const kept = second.ok ? undefined : keep?.(first.value, second.refusal);
    return kept === undefined ? second : accept(kept);
  };

  return {
    check: (request, bytes, onStep) =>
      ask({
        task: { kind: 'check', request },
        isAnswer: (value) => isCheckResultOf(request.file, value),
        bytes,
        onStep,
        keep: (first, refusal) => withRefusal(first, refusal, request.language),
      }),
    checkAndRecord: (request, bytes, onStep) =>
      ask({
        task: { kind: 'check-and-record', request },
        isAnswer: (value) => isCheckedWithRecordOf(request.file, value),
        bytes,
        onStep,
        keep: (first, refusal) => {
          const result = withRefusal(first.result, refusal, request.language);
          return result && { ...first, result };
        },
      }),
    findTables: (request, bytes) =>
      ask({
        task: { kind: 'tables', request },
        isAnswer: (value) => areTablesOf(request.file, value),
        bytes,
        onStep: undefined,
      }),
    setJobs: (wanted) => {
      jobs = wanted;
      computing.setJobs(wanted);
      recognising?.setJobs(wanted);
    },
    close: async () => {
      await Promise.all([computing.close(), recognising?.close()]);
    },
  };
}

type Asked<T> = {
  readonly task: DocumentTask;
  readonly isAnswer: (value: unknown) => value is T;
  readonly bytes: Bytes;
  readonly onStep: OnStep | undefined;
  /** What is left of the reading without recognition where recognition was refused; undefined: nothing. */
  readonly keep?: (first: T, refusal: Refusal) => T | undefined;
};

function withoutRecognition(task: DocumentTask): DocumentTask {
  if (task.kind === 'tables') return { kind: task.kind, request: { ...task.request, ocr: 'never' } };
  return { kind: task.kind, request: { ...task.request, ocr: 'never' } };
}

/** What the pages with text gave, with a note why the others could not be recognised. */
function withRefusal(first: CheckResult, refusal: Refusal, language: Language): CheckResult | undefined {
  if (first.status === 'unreadable') return undefined;
  const said = note(refusal.code, {
    zh: `图像页未能识别：${refusal.message.zh}`,
    en: `pages of pictures were not recognised: ${refusal.message.en}`,
  });
  return { ...first, notes: [...first.notes, publishNote(said, language)] };
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
