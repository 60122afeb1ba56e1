import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, needProgram } from './programs.ts';

/** A Redis of the test's own, with a file that survives a kill. */
export type MortalRedis = {
  readonly url: string;
  readonly port: number;
  /** SIGKILL, as if the power had gone. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port and the same file. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** One command, as `redis-cli` takes it; gives the answer as Redis writes it. */
  readonly ask: (command: string) => Promise<string>;
  readonly flush: () => Promise<void>;
};

/** Settings beyond the usual ones, as arguments of `redis-server`. */
export async function startMortalRedis(...settings: readonly string[]): Promise<MortalRedis> {
  const program = needProgram('redis-server', 'redis-server', 'PATH');
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    server = spawn(
      program,
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
        ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
        ...settings,
      ],
      { stdio: 'ignore' },
    );
    await reachable(port);
  };
  const kill = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    ask: (command) => ask(port, command),
    flush: async () => {
      await ask(port, 'FLUSHALL');
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function reachable(port: number): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answer = await ask(port, 'PING').catch(() => '');
    if (answer.startsWith('+PONG')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`redis-server does not answer at port ${port}`);
}

/** Fit for answers that arrive in one piece: everything but long lists. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => socket.write(`${command}\r\n`));
    socket.on('data', (text) => {
      socket.destroy();
      resolve(text.toString());
    });
    socket.on('error', reject);
  });
}
