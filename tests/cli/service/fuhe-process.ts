import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const main = path.join(import.meta.dirname, '../../../cli/main.ts');

/** A `fuhe` that goes on until it is ended. */
export type FuheProcess = {
  readonly child: ChildProcess;
  /** Lines of its log so far, each as JSON. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  /** Resolves once a line says `message`; rejects when it ends before. */
  readonly said: (message: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Sends a signal and gives the exit status, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
};

/** Starts `fuhe` with these arguments; what the tests' own environment says of servers is not handed on. */
export function startFuhe(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): FuheProcess {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...environment },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const log = () =>
    text
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
  return {
    child,
    log,
    said: async (message) => {
      for (;;) {
        const line = log().find(({ msg }) => msg === message);
        if (line !== undefined) return line;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`fuhe ended before it said ${message}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill(signal);
        await exit;
      }
      return child.signalCode ?? child.exitCode ?? -1;
    },
  };
}
