import type { Result } from '../../model/outcome-channels.ts';
import type { Allowance } from './child-process.ts';
import { describeFailure, type Failure } from './failure.ts';
import { type GuardedChild, type OnStep, type Reply, startGuardedChild } from './guarded-child.ts';
import { startGuardian } from './guardian.ts';
import { defaultLimits, type Limits } from './limits.ts';

/** How a pool works. Limits that are absent are `defaultLimits`. */
export type PoolSettings = Partial<Limits> & {
  /** A script that calls `serveRequests`, in TypeScript or JavaScript. */
  readonly entry: string;
  /** Requests worked on at once, each in a child of its own; at least 1. */
  readonly jobs: number;
  /** When the first child starts; absent: now. */
  readonly start?: 'now' | 'when-needed';
  /** Absent: nothing beyond computing. */
  readonly allow?: readonly Allowance[];
  /** A child is replaced after this many; absent: `usualRequestsPerChild`. */
  readonly requestsPerChild?: number;
};

/** One piece of work. `bytes` is called when a child is free, so that no more than needed is in memory; `message` makes of them what goes along, JSON-safe. */
export type GuardedRequest = {
  readonly message: (bytes: Uint8Array) => unknown;
  readonly bytes: () => Promise<Result<Uint8Array>>;
  /** Is told how far the work has come, where the handler tells. */
  readonly onStep?: OnStep;
};

/**
 * Children that stay warm between requests. `run` gives the handler's value, or refuses with `internal/crash`,
 * `internal/error`, `limits/time`, `limits/memory`, `limits/size` or whatever `bytes` refused with; it rejects only once the
 * pool is closed, or where `bytes` throws.
 */
export type GuardedPool = {
  readonly run: (request: GuardedRequest) => Promise<Result<unknown>>;
  /** From now on, so many requests are worked on at once. */
  readonly setJobs: (jobs: number) => void;
  readonly close: () => Promise<void>;
};

/**
 * A fresh child takes twice as long for its first hundred documents as later (`docs/decisions/guarded-child.md`), so it is
 * kept for many; one that holds more than half of its memory between two documents goes at once.
 */
const usualRequestsPerChild = 1000;

const closedMessage = 'the pool is closed';

type Task = GuardedRequest & PromiseWithResolvers<Result<unknown>>;

type Given = { readonly bytes: Uint8Array; readonly onStep: OnStep | undefined };

type Attempt = Reply & { readonly wasFresh: boolean };

export function createGuardedPool(settings: PoolSettings): GuardedPool {
  const { entry, allow = [], requestsPerChild = usualRequestsPerChild, ...given } = settings;
  const limits: Limits = { ...defaultLimits, ...given };
  const guardian = startGuardian();
  const alive = new Set<GuardedChild>();
  const waiting: Task[] = [];
  let { jobs } = settings;
  let lanes = 0;
  let closed = false;

  const start = (): GuardedChild => {
    const child = startGuardedChild({ entry, allow, limits, guardian });
    alive.add(child);
    return child;
  };
  const retire = async (child: GuardedChild): Promise<void> => {
    alive.delete(child);
    await child.end();
  };
  const isFit = (child: GuardedChild): boolean =>
    child.served() < requestsPerChild && child.residentInBytes() < limits.memoryInBytes / 2;

  // The first child usually starts with the pool: it loads its code while the caller is still loading its own.
  const spares = settings.start === 'when-needed' ? [] : [start()];

  const attempt = async (
    child: GuardedChild,
    message: unknown,
    { bytes, onStep }: Given,
  ): Promise<Attempt> => {
    const wasFresh = child.served() === 0;
    const reply = await child.ask(message, bytes, onStep);
    if (reply.kind === 'value' && isFit(child)) spares.push(child);
    else await retire(child);
    return { ...reply, wasFresh };
  };
  const serve = async (task: Task): Promise<Result<unknown>> => {
    const bytes = await task.bytes();
    if (!bytes.ok) return bytes;
    if (bytes.value.length > limits.requestInBytes) return refused({ kind: 'request-size' }, limits);
    const message = await task.message(bytes.value);
    if (closed) throw new Error(closedMessage);
    const given = { bytes: bytes.value, onStep: task.onStep };
    const first = await attempt(spares.pop() ?? start(), message, given);
    const isFinal = closed || !mayDiffer(first);
    const reply = isFinal ? first : await attempt(start(), message, given);
    if (closed) throw new Error(closedMessage);
    return reply.kind === 'value' ? { ok: true, value: reply.value } : refused(reply.failure, limits);
  };
  const work = async (): Promise<void> => {
    lanes += 1;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      await serve(task).then(task.resolve, task.reject);
    }
    lanes -= 1;
  };

  return {
    run: (request) => {
      if (closed) return Promise.reject(new Error(closedMessage));
      const task = { ...request, ...Promise.withResolvers<Result<unknown>>() };
      waiting.push(task);
      if (lanes < jobs) void work();
      return task.promise;
    },
    setJobs: (wanted) => {
      jobs = wanted;
      for (let free = Math.min(jobs - lanes, waiting.length); free > 0; free -= 1) void work();
    },
    close: async () => {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new Error(closedMessage));
      await Promise.all([...alive].map(retire));
      guardian.close();
    },
  };
}

/**
 * Could a second try, in a new child, end otherwise? A crash may have been somebody else's doing, and memory may have been
 * taken by the requests before.
 */
function mayDiffer(reply: Attempt): boolean {
  if (reply.kind === 'value') return false;
  return reply.failure.kind === 'crash' || (reply.failure.kind === 'memory' && !reply.wasFresh);
}

function refused(failure: Failure, limits: Limits): Result<unknown> {
  return { ok: false, refusal: describeFailure(failure, limits) };
}
