import { type Allowance, spawnChild } from './child-process.ts';
import { type Failure, failureOfEnd } from './failure.ts';
import { createFrameReader, encodeFrame, type Frame } from './frames.ts';
import type { Guardian } from './guardian.ts';
import type { Limits } from './limits.ts';

/** What a child is started with. */
export type ChildSettings = {
  readonly entry: string;
  readonly allow: readonly Allowance[];
  readonly limits: Limits;
  readonly guardian: Guardian;
};

/** The next that is heard of a child: a frame, or why there will be none any more. */
export type ChildEvent =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'ended'; readonly failure: Failure };

/** A running child and the frames that go in and out. */
export type ChildChannel = {
  /** Absent where the system could not start it. */
  readonly pid: number | undefined;
  readonly send: (frame: Frame) => void;
  readonly receive: () => Promise<ChildEvent>;
  /** Ends the whole process group at once; `reason` is what `receive` then gives, unless there was one before. */
  readonly stop: (reason: Failure) => void;
  readonly ended: Promise<Failure>;
  /** Whether the child keeps this process from ending. */
  readonly setHold: (hold: 'hold' | 'release') => void;
};

/** A child that writes more than this to its standard error, which is kept for the reason of its end, is out of order. */
const errorsInBytes = 1024 ** 2;

const unasked: Failure = { kind: 'crash', detail: 'an answer that nobody asked for' };

/** `madeStep` is called whenever the child says that it goes on; such frames are no answers. */
export function openChildChannel(
  { entry, allow, limits, guardian }: ChildSettings,
  madeStep: (head: unknown) => void,
): ChildChannel {
  const { memoryInBytes } = limits;
  const { child, requests, answers, errors, setHold } = spawnChild({ entry, allow, memoryInBytes });
  const { pid } = child;
  const inbox = createInbox();
  const reader = createFrameReader(limits.answerInBytes);
  let reason: Failure | undefined;
  let errorText = '';

  const stop = (given: Failure): void => {
    reason ??= given;
    if (pid !== undefined && child.exitCode === null && child.signalCode === null) killGroup(pid);
  };
  const take = (frame: Frame): void => {
    if (fieldOf(frame.head, 'kind') === 'step') madeStep(frame.head);
    else if (!inbox.put(frame)) stop(unasked);
  };
  const end = (given: Failure): void => {
    if (pid !== undefined) guardian.ended(pid);
    inbox.end(reason ?? given);
  };

  answers.on('data', (chunk: Buffer) => {
    // What a stopped child had still sent is no answer any more.
    if (reason !== undefined) return;
    const frames = reader.push(chunk);
    if (frames === 'too-large') stop({ kind: 'answer-size' });
    else if (frames === 'malformed') stop({ kind: 'crash', detail: 'an answer that cannot be read' });
    else for (const frame of frames) take(frame);
  });
  errors.setEncoding('utf8').on('data', (text: string) => {
    errorText += text;
    if (errorText.length > errorsInBytes) stop({ kind: 'crash', detail: 'a flood of messages' });
  });
  // A pipe that breaks only says that the child is ending; why is told by its end.
  for (const pipe of [requests, answers, errors]) pipe.on('error', () => {});
  child.on('error', (problem) => end({ kind: 'crash', detail: problem.message }));
  child.on('close', (code, signal) => end(failureOfEnd({ code, signal, errorText })));
  if (pid !== undefined) guardian.started(pid);

  return {
    pid,
    send: (frame) => {
      if (!inbox.isEmpty()) stop(unasked);
      for (const part of encodeFrame(frame)) requests.write(part);
    },
    receive: inbox.next,
    stop,
    ended: inbox.ended,
    setHold,
  };
}

/** A field of what a child said, which may be anything. */
export function fieldOf(head: unknown, name: string): unknown {
  return typeof head === 'object' && head !== null ? Reflect.get(head, name) : undefined;
}

/** Frames that nobody has asked for yet, and after them the end. */
function createInbox() {
  const frames: Frame[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<Failure>();
  const endEvent = ended.then((failure): ChildEvent => ({ kind: 'ended', failure }));
  let deliver: ((event: ChildEvent) => void) | undefined;

  return {
    ended,
    end,
    isEmpty: (): boolean => frames.length === 0,
    /** `false` where one waits already: a child speaks once when it has started and once a request. */
    put: (frame: Frame): boolean => {
      if (deliver === undefined) return frames.push(frame) === 1;
      deliver({ kind: 'frame', frame });
      deliver = undefined;
      return true;
    },
    next: (): Promise<ChildEvent> => {
      const frame = frames.shift();
      if (frame !== undefined) return Promise.resolve({ kind: 'frame', frame });
      const arrival = Promise.withResolvers<ChildEvent>();
      deliver = arrival.resolve;
      return Promise.race([arrival.promise, endEvent]);
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}
