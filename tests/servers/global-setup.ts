import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives all test files one folder to note servers in that they had to start, and stops these in the end. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-servers-'));
  process.env.FUHE_TEST_SERVERS = folder;
  return () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { pid }: { pid: number } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      stop(pid);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended by itself.
  }
}
