import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDocument } from '../pipeline/check.ts';
import { textReports } from './corpus.ts';

/**
 * How fast text reports are checked on one core, and how long one small file takes from the command line. Times differ
 * between machines, so each figure also stands as a ratio to something everybody has: decoding the same bytes and splitting
 * them at tabs, and starting node to do nothing.
 */
async function main(): Promise<void> {
  const reports = textReports(1000);
  for (const bytes of reports.slice(0, 50))
    await checkDocument({ file: 'warm-up.txt', bytes, language: 'zh' });
  const checking = await seconds(async () => {
    for (const bytes of reports) await checkDocument({ file: 'report.txt', bytes, language: 'zh' });
  });
  const splitting = await bestOf(5, async () => {
    let cells = 0;
    for (const bytes of reports) cells += new TextDecoder().decode(bytes).split(/[\n\t]/).length;
    if (cells === 0) throw new Error('nothing was split');
  });
  const characters = reports.reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(
    `reports: ${reports.length}, ${(characters / reports.length / 1024).toFixed(1)} KiB each on average`,
  );
  console.log(`checked a second on one core: ${(reports.length / checking).toFixed(0)}`);
  console.log(
    `against decoding and splitting the same bytes: ${(checking / splitting).toFixed(0)} × as long`,
  );
  printStart(reports[0] ?? new Uint8Array());
}

function printStart(report: Uint8Array): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-bench-'));
  const file = path.join(folder, 'report.txt');
  writeFileSync(file, report);
  const command = path.join(import.meta.dirname, '..', 'cli', 'main.ts');
  const nothing = median(() => run(['-e', '0']));
  const one = median(() => run([command, 'check', '--format', 'ndjson', file]));
  rmSync(folder, { recursive: true });
  console.log(`one small file from the command line: ${(one * 1000).toFixed(0)} ms`);
  console.log(
    `against starting node alone (${(nothing * 1000).toFixed(0)} ms): ${(one / nothing).toFixed(1)} × as long`,
  );
}

function run(options: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${options.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(measure: () => number): number {
  const times = Array.from({ length: 7 }, measure).sort((left, right) => left - right);
  return times[3] ?? 0;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function bestOf(times: number, work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < times; turn += 1) best = Math.min(best, await seconds(work));
  return best;
}

await main();
