import { readSync, writeSync } from 'node:fs';
import { closeNetwork } from './close-network.ts';
import { encodeFrame, type Frame, prefixLengthInBytes, readPrefix } from './frames.ts';

/** Requests come in here. */
const requestPipe = 0;

/** Answers go out here, and nothing else: what a library prints cannot get between them. */
export const answerPipe = 3;

/** The work of a child: a request's message and bytes in, a JSON-safe value out. */
export type RequestHandler = (message: unknown, bytes: Uint8Array) => Promise<unknown>;

/** What a child says. `residentInBytes` tells when it has grown too large to go on with. */
export type AnswerHead =
  | { readonly kind: 'ready' }
  | { readonly kind: 'value' | 'error'; readonly residentInBytes: number };

/**
 * Runs a guarded child: answers requests one by one until its pipe ends. `loadHandler` is called once the network is closed,
 * so what it imports never sees one.
 */
export async function serveRequests(loadHandler: () => Promise<RequestHandler>): Promise<void> {
  closeNetwork();
  silenceConsole();
  const handle = await loadHandler();
  send({ kind: 'ready' }, new Uint8Array());
  for (let request = receive(); request !== undefined; request = receive()) {
    await answer(handle, request);
  }
  process.exit(0);
}

async function answer(handle: RequestHandler, { head, body }: Frame): Promise<void> {
  let kind: 'value' | 'error' = 'value';
  let text: string;
  try {
    text = JSON.stringify(await handle(head, body)) ?? 'null';
  } catch (problem) {
    kind = 'error';
    text = JSON.stringify(problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem));
  }
  send({ kind, residentInBytes: process.memoryUsage.rss() }, Buffer.from(text));
}

function send(head: AnswerHead, body: Uint8Array): void {
  for (const part of encodeFrame({ head, body })) {
    for (let written = 0; written < part.length; ) written += writeSync(answerPipe, part, written);
  }
}

/** Waits for the next request; `undefined` once nobody can send one any more. */
function receive(): Frame | undefined {
  const prefix = read(prefixLengthInBytes);
  if (prefix === undefined) return undefined;
  const [headLength, bodyLength] = readPrefix(prefix);
  const head = read(headLength);
  const body = read(bodyLength);
  if (head === undefined || body === undefined) return undefined;
  return { head: JSON.parse(Buffer.from(head).toString('utf8')), body };
}

function read(length: number): Uint8Array | undefined {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length; ) {
    const got = readSync(requestPipe, bytes, filled, length - filled, null);
    if (got === 0) return undefined;
    filled += got;
  }
  return bytes;
}

/** Libraries print warnings by the thousand about damaged documents; nobody reads them here. */
function silenceConsole(): void {
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) console[name] = () => {};
}
