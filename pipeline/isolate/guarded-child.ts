import { type ChildEvent, type ChildSettings, fieldOf, openChildChannel } from './child-channel.ts';
import type { Failure } from './failure.ts';
import type { Frame } from './frames.ts';
import type { Limits } from './limits.ts';
import type { RequestHead, StepsMade } from './serve-requests.ts';
import { type UsageWatch, watchUsage } from './watch-usage.ts';

/** What became of one request. */
export type Reply =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Hears how far the work has come, where the child tells. */
export type OnStep = (steps: StepsMade) => void;

/** A child process that answers one request at a time. After a failure it has ended or must be ended. */
export type GuardedChild = {
  readonly ask: (message: unknown, bytes: Uint8Array, onStep?: OnStep) => Promise<Reply>;
  /** Requests that it has answered. */
  readonly served: () => number;
  /** Resident memory after its last answer. */
  readonly residentInBytes: () => number;
  readonly end: () => Promise<void>;
};

/** Starting takes a fifth of a second; a machine on which it takes this long is not working. */
const startInMilliseconds = 20_000;

const ended: Failure = { kind: 'crash', detail: 'ended' };

const misplaced: Failure = { kind: 'crash', detail: 'an answer to something else' };

/** Starts a child at once; it loads its code while the caller does something else. */
export function startGuardedChild(settings: ChildSettings): GuardedChild {
  let watch: UsageWatch | undefined;
  let hearStep: OnStep | undefined;
  const channel = openChildChannel(settings, (head) => {
    watch?.renew();
    const [done, all] = [fieldOf(head, 'done'), fieldOf(head, 'all')];
    if (typeof done === 'number' && typeof all === 'number') hearStep?.({ done, all });
  });
  let started = false;
  let served = 0;
  let residentInBytes = 0;
  channel.setHold('release');

  const receiveWithin = async (limits: Limits): Promise<ChildEvent> => {
    if (channel.pid === undefined) return channel.receive();
    watch = watchUsage({ pid: channel.pid, limits, exceeded: (kind) => channel.stop({ kind }) });
    const event = await channel.receive();
    watch.stop();
    return event;
  };

  const awaitStart = async (): Promise<Failure | undefined> => {
    if (started) return undefined;
    const event = await receiveWithin({ ...settings.limits, timeoutInMilliseconds: startInMilliseconds });
    started = event.kind === 'frame';
    if (event.kind === 'frame') return undefined;
    return event.failure.kind === 'time' ? { kind: 'crash', detail: 'did not start' } : event.failure;
  };

  const ask = async (message: unknown, bytes: Uint8Array, onStep?: OnStep): Promise<Reply> => {
    hearStep = onStep;
    channel.setHold('hold');
    const problem = await awaitStart();
    if (problem !== undefined) return { kind: 'failure', failure: problem };
    const head: RequestHead = { request: served, message };
    channel.send({ head, body: bytes });
    const event = await receiveWithin(settings.limits);
    if (event.kind === 'ended') return { kind: 'failure', failure: event.failure };
    if (fieldOf(event.frame.head, 'request') !== served) return { kind: 'failure', failure: misplaced };
    channel.setHold('release');
    served += 1;
    residentInBytes = residentOf(event.frame.head);
    return replyOf(event.frame);
  };

  return {
    ask,
    served: () => served,
    residentInBytes: () => residentInBytes,
    end: async () => {
      channel.setHold('hold');
      channel.stop(ended);
      await channel.ended;
    },
  };
}

function replyOf({ head, body }: Frame): Reply {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8'));
  } catch {
    return { kind: 'failure', failure: { kind: 'crash', detail: 'an answer that cannot be read' } };
  }
  if (fieldOf(head, 'kind') === 'value') return { kind: 'value', value };
  return { kind: 'failure', failure: { kind: 'error', detail: String(value) } };
}

function residentOf(head: unknown): number {
  const resident = fieldOf(head, 'residentInBytes');
  return typeof resident === 'number' ? resident : 0;
}
