import { readSync, writeSync } from 'node:fs';
import { closeNetwork } from './close-network.ts';
import { answerPipe, prefixLengthInBytes, readPrefix, startOfFrame } from './frames.ts';
import { jsonParts } from './json-parts.ts';

/** Requests come in here. */
const requestPipe = 0;

/** How far a piece of work has come, where it can tell. */
export type StepsMade = { readonly done: number; readonly all: number };

/**
 * The work of a child: a request's message and bytes in, a JSON-safe value out. Long work calls `madeStep` whenever a page or a
 * file of it is done, and is given time anew.
 */
export type RequestHandler = (
  message: unknown,
  bytes: Uint8Array,
  madeStep: (steps?: StepsMade) => void,
) => Promise<unknown>;

/** What a child is asked. Its answer carries the same number, so that none is taken for another's. */
export type RequestHead = { readonly request: number; readonly message: unknown };

/** What a child says. `residentInBytes` tells when it has grown too large to go on with. */
export type AnswerHead =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'step' } & Partial<StepsMade>)
  | { readonly kind: 'value' | 'error'; readonly request: number; readonly residentInBytes: number };

type Request = RequestHead & { readonly bytes: Uint8Array };

/**
 * Runs a guarded child: answers requests one by one until its pipe ends. `loadHandler` is called once the network is closed,
 * so what it imports never sees one.
 */
export async function serveRequests(loadHandler: () => Promise<RequestHandler>): Promise<void> {
  closeNetwork();
  silenceConsole();
  const handle = await loadHandler();
  send({ kind: 'ready' });
  for (let request = receive(); request !== undefined; request = receive()) {
    await answer(handle, request);
  }
  process.exit(0);
}

async function answer(handle: RequestHandler, { request, message, bytes }: Request): Promise<void> {
  let kind: 'value' | 'error' = 'value';
  let body: readonly Uint8Array[];
  try {
    body = jsonParts(await handle(message, bytes, createStep()));
  } catch (problem) {
    kind = 'error';
    body = jsonParts(problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem));
  }
  send({ kind, request, residentInBytes: process.memoryUsage.rss() }, body);
}

/** At most one frame each tenth of a second, however fast the steps are. */
function createStep(): (steps?: StepsMade) => void {
  let said = performance.now();
  return (steps) => {
    if (performance.now() - said < 100) return;
    said = performance.now();
    send({ kind: 'step', ...steps });
  };
}

function send(head: AnswerHead, body: readonly Uint8Array[] = []): void {
  const length = body.reduce((sum, part) => sum + part.length, 0);
  for (const part of [startOfFrame(head, length), ...body]) {
    for (let written = 0; written < part.length; ) {
      written += whenPossible(() => writeSync(answerPipe, part, written));
    }
  }
}

/** Waits for the next request; `undefined` once nobody can send one any more. */
function receive(): Request | undefined {
  const prefix = read(prefixLengthInBytes);
  if (prefix === undefined) return undefined;
  const [headLength, bodyLength] = readPrefix(prefix);
  const head = read(headLength);
  const bytes = read(bodyLength);
  if (head === undefined || bytes === undefined) return undefined;
  const { request, message }: RequestHead = JSON.parse(Buffer.from(head).toString('utf8'));
  return { request, message, bytes };
}

function read(length: number): Uint8Array | undefined {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length; ) {
    const got = whenPossible(() => readSync(requestPipe, bytes, filled, length - filled, null));
    if (got === 0) return undefined;
    filled += got;
  }
  return bytes;
}

/** Some systems hand over pipes that do not wait; then this does. */
function whenPossible(transfer: () => number): number {
  for (;;) {
    try {
      return transfer();
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EAGAIN')) throw problem;
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Libraries print warnings by the thousand about damaged documents; nobody reads them here. */
function silenceConsole(): void {
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) console[name] = () => {};
}
