import { execFileSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import http from 'node:http';
import { createConnection, createServer } from 'node:net';
import { Worker } from 'node:worker_threads';
import { type RequestHandler, serveRequests } from '../../../pipeline/isolate/serve-requests.ts';

/** A child that does what its message names: everything that a document might bring a parser to do. */
type Deed = (bytes: Uint8Array, argument: string, madeStep: () => void) => unknown;

const deeds: Readonly<Record<string, Deed>> = {
  echo: (bytes, argument) => ({ argument, text: Buffer.from(bytes).toString('utf8') }),
  count: (bytes) => bytes.length,
  pid: () => process.pid,
  environment: () => Object.keys(process.env),
  directory: () => process.cwd(),
  nothing: () => undefined,

  loop: () => {
    for (;;);
  },
  'go on step by step': (_, argument, madeStep) => {
    const begun = performance.now();
    while (performance.now() - begun < Number(argument)) madeStep();
    return 'arrived';
  },
  hang: () => new Promise(() => setInterval(() => {}, 1000)),
  forget: () => new Promise(() => {}),
  'fill the heap': () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
  'fill buffers': () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(4 * 1024 ** 2, 1));
  },
  'keep some memory': () => {
    keptForEver.push(Buffer.alloc(120 * 1024 ** 2, 1));
    return keptForEver.length;
  },
  recurse: () => recurse(0),
  exit: () => process.exit(0),
  abort: () => process.abort(),
  throw: () => {
    throw new RangeError('a bug');
  },
  'throw later': () => {
    setTimeout(() => {
      throw new Error('a bug that nobody waited for');
    });
    return new Promise((resolve) => setTimeout(resolve, 5000));
  },
  'answer at length': () => 'x'.repeat(8 * 1024 ** 2),
  'print for ever': () => {
    for (;;) console.log('x'.repeat(1000));
  },
  'flood standard error': () => {
    for (;;) writeAnyway('x'.repeat(65_536));
  },
  'answer twice': () => {
    const head = Buffer.from('{"kind":"value","residentInBytes":0}');
    const start = Buffer.alloc(8);
    start.writeUInt32BE(head.length, 0);
    start.writeUInt32BE(1, 4);
    writeSync(3, Buffer.concat([start, head, Buffer.from('1')]));
    return 2;
  },
  'answer with noise': () =>
    writeSync(3, Buffer.concat([Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]), Buffer.from('{{')])),

  'read a file': (_, argument) => readFileSync(argument, 'utf8'),
  'list a folder': (_, argument) => readdirSync(argument),
  'write a file': (_, argument) => writeFileSync(argument, 'x'),
  'start a program': () => execFileSync('/bin/true'),
  'start a thread': () => new Worker('1', { eval: true }).threadId,
  'fetch in a thread': () => {
    const code =
      "const { parentPort } = require('node:worker_threads'); Promise.resolve().then(() => fetch('http://127.0.0.1:9/')).then(() => parentPort.postMessage('reached'), (problem) => parentPort.postMessage(String(problem)))";
    return new Promise((resolve) =>
      new Worker(code, { eval: true })
        .on('message', resolve)
        .on('error', (problem) => resolve(String(problem))),
    );
  },
  'make code': (_, argument) => new Function(argument)(),
  fetch: (_, argument) => fetch(argument),
  request: (_, argument) => http.get(argument).on('error', () => {}),
  connect: (_, argument) => createConnection(Number(argument), '127.0.0.1').on('error', () => {}),
  listen: () => createServer().listen(0),
  'ask for a name': () => lookup('localhost'),
};

const keptForEver: Buffer[] = [];

/** Standard error may be full for a moment. */
function writeAnyway(text: string): void {
  try {
    writeSync(2, text);
  } catch {}
}

function recurse(depth: number): number {
  return recurse(depth + 1) + 1;
}

const handler: RequestHandler = async (message, bytes, madeStep) => {
  const [deed = '', argument = ''] = Array.isArray(message) ? message.map(String) : [];
  const found = deeds[deed];
  if (found === undefined) throw new Error(`no such deed: ${deed}`);
  const value = await found(bytes, argument, madeStep);
  return value instanceof Object && !Array.isArray(value) && !('argument' in value) ? 'done' : value;
};

await serveRequests(async () => handler);
