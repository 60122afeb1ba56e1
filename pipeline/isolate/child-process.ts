import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import path from 'node:path';
import { answerPipe } from './frames.ts';
import { readablePaths } from './readable-paths.ts';

/** A spawned child with its three pipes; `setHold` says whether it keeps this process from ending. */
export type SpawnedChild = {
  readonly child: ChildProcess;
  readonly requests: Socket;
  readonly answers: Socket;
  readonly errors: Socket;
  readonly setHold: (hold: 'hold' | 'release') => void;
};

const threadStart = path.join(import.meta.dirname, `thread-start${path.extname(import.meta.filename)}`);

/** What a child may do beyond computing. */
export type Allowance = 'threads' | 'native-code';

/** What a child is started with. */
export type SpawnSettings = {
  readonly entry: string;
  readonly memoryInBytes: number;
  readonly allow: readonly Allowance[];
};

const allowances = {
  // Threads have modules of their own: the network is closed on them as well, before anything else is loaded there.
  threads: ['--allow-worker', `--require=${threadStart}`],
  'native-code': ['--allow-addons'],
} as const;

/**
 * What a child's V8 is told. Code compiled beforehand is only taken by a V8 that is told the same. Regular expressions are compiled
 * at once, not twice: most of a standard's hundred run often in the first document already (a sixth of its time). V8 left alone lets
 * garbage grow to several times what is in use, as long as the limit is far: a long document then takes half as much memory again.
 */
export const engineFlags = [
  '--disallow-code-generation-from-strings',
  '--no-regexp-tier-up',
  '--max-semi-space-size=8',
  '--heap-growing-percent=30',
] as const;

/** The rest of the memory is for buffers, WebAssembly and Node itself. */
const heapShare = 0.75;

/**
 * Starts Node on a script that calls `serveRequests`: a process group of its own, an empty environment, no files but code
 * to read, none to write, no processes, no threads or native code unless allowed, no code made from strings.
 */
export function spawnChild(settings: SpawnSettings): SpawnedChild {
  const child = spawn(process.execPath, [...flags(settings), settings.entry], {
    detached: true,
    env: {},
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const { 0: requests, 2: errors, [answerPipe]: answers } = child.stdio;
  if (!(requests instanceof Socket && errors instanceof Socket && answers instanceof Socket)) {
    throw new Error('a child was started without its pipes');
  }
  const handles = [child, requests, answers, errors];
  return {
    child,
    requests,
    answers,
    errors,
    setHold: (hold) => {
      for (const handle of handles) hold === 'hold' ? handle.ref() : handle.unref();
    },
  };
}

function flags({ entry, memoryInBytes, allow }: SpawnSettings): readonly string[] {
  return [
    '--permission',
    ...allow.flatMap((allowance) => allowances[allowance]),
    ...readablePaths(entry).map((readable) => `--allow-fs-read=${readable}`),
    `--max-old-space-size=${Math.max(16, Math.floor((memoryInBytes * heapShare) / 1024 ** 2))}`,
    ...engineFlags,
    '--no-warnings',
  ];
}
