import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the system says of a running process; what it does not say is absent. */
export type ProcessUsage = { readonly processorInMilliseconds?: number; readonly residentInBytes?: number };

/** Linux counts processor time in hundredths of a second (`USER_HZ`), whatever its timer does. */
const millisecondsPerTick = 10;

/** Milliseconds between two looks: a read of `/proc` costs microseconds, `ps` is a process of its own. */
export const lookEveryInMilliseconds = process.platform === 'linux' ? 25 : 500;

export function processUsage(pid: number): Promise<ProcessUsage> | ProcessUsage {
  if (process.platform === 'linux') return readProc(pid);
  return process.platform === 'win32' ? {} : askPs(pid);
}

function readProc(pid: number): ProcessUsage {
  try {
    return {
      ...parseStat(readFileSync(`/proc/${pid}/stat`, 'latin1')),
      ...parseStatus(readFileSync(`/proc/${pid}/status`, 'latin1')),
    };
  } catch {
    // It has just ended: its end is reported elsewhere.
    return {};
  }
}

/** Fields 14 and 15 of proc(5) `stat`, counted behind the command in brackets, which may hold anything. */
export function parseStat(stat: string): ProcessUsage {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks) ? { processorInMilliseconds: ticks * millisecondsPerTick } : {};
}

/** `VmRSS` of proc(5) `status`, given in kB of 1024 bytes. */
export function parseStatus(status: string): ProcessUsage {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? {} : { residentInBytes: Number(kilobytes) * 1024 };
}

function askPs(pid: number): Promise<ProcessUsage> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], { timeout: 2000 }, (problem, stdout) => {
      const kilobytes = Number.parseInt(stdout, 10);
      resolve(problem || Number.isNaN(kilobytes) ? {} : { residentInBytes: kilobytes * 1024 });
    });
  });
}
