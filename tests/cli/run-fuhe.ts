import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheckResult, checkResultSchema } from '../../model/result.ts';

const main = path.join(import.meta.dirname, '../../cli/main.ts');

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command line as its own process, its output piped. */
export function runFuhe(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** The result lines of `--format ndjson`, held against the published schema. */
export function linesOf(stdout: string): readonly CheckResult[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => checkResultSchema.parse(JSON.parse(line)));
}

/** A folder of small files that is removed with `using`. */
export function temporaryFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return {
    folder,
    at: (name: string) => path.join(folder, name),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
