import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { freePort, needProgram } from './programs.ts';
import { type StartedServer, startOnce } from './start-once.ts';

/** Address of a Redis server for these tests: `REDIS_URL`, or one that is started for this run of the tests. */
export async function redisUrl(): Promise<string> {
  const given = process.env.REDIS_URL;
  return given !== undefined && given !== '' ? given : startOnce('redis', startRedis);
}

/** A Redis server at a free port whose files lie in the folder; the caller ends it. */
export async function startRedis(folder: string): Promise<StartedServer> {
  const server = needProgram('redis-server', 'redis-server', 'REDIS_URL');
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn(server, [...options, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
    detached: true,
  });
  child.unref();
  while (!(await answersPing(port))) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with status ${child.exitCode}`);
    await setTimeout(50);
  }
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (bytes) => finish(bytes.toString().startsWith('+PONG')));
    socket.once('error', () => finish(false));
    socket.setTimeout(1000, () => finish(false));
  });
}
