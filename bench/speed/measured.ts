import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Format } from './documents.ts';

const measuredSchema = z.object({
  documents: z.number(),
  /** 0 where the format has no pages. */
  pages: z.number(),
  /** Of processor time, all threads together, in the best pass over all documents. */
  seconds: z.number(),
  /** Resident memory of the whole process, node included. */
  peakMebibytes: z.number(),
});

export type Measured = z.infer<typeof measuredSchema>;

export type Work = 'check' | 'extract' | 'library';

/** Measures some work on the documents of a folder in a fresh process. */
export function measure(work: Work, format: Format, folder: string): Measured {
  const script = path.join(import.meta.dirname, 'run-passes.ts');
  const printed = execFileSync(process.execPath, [script, work, format, folder], { encoding: 'utf8' });
  return measuredSchema.parse(JSON.parse(printed));
}

/**
 * Seconds of processor time that poppler's `pdftotext -raw` takes for the files of a folder, a process each; absent where it is
 * not installed.
 */
export function measurePdftotext(folder: string): number | undefined {
  if (spawnSync('pdftotext', ['-v']).error) return undefined;
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const loop = 'for file; do pdftotext -raw "$file" - > /dev/null || exit 1; done; times';
  const printed = execFileSync('sh', ['-c', loop, 'sh', ...files], { encoding: 'utf8' });
  // The last line has the user and system time of the processes that the shell started (POSIX `times`).
  const times = [...(printed.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** Seconds that a command of node takes from start to end, by the clock. */
export function measureCommand(options: readonly string[]): number {
  return bestOf(3, () => {
    const { status, stderr } = spawnSync(process.execPath, options, {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`node ${options.join(' ')} ended with ${status}: ${stderr}`);
  });
}

function bestOf(times: number, work: () => void): number {
  const seconds = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...seconds);
}
