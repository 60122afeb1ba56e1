import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a server has to end by itself. */
const patience = 5000;

/** Gives all test files one folder to note servers in that they had to start, and stops these in the end. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-servers-'));
  process.env.FUHE_TEST_SERVERS = folder;
  return async () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { pid }: { pid: number } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      await stop(pid);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
}

/** Waits for the end as well: a server that is ending still writes into its folder. */
async function stop(pid: number): Promise<void> {
  // Zero is nobody's number: the server never started.
  if (pid === 0) return;
  try {
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; waited < patience; waited += 50) {
      await setTimeout(50);
      process.kill(pid, 0);
    }
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
