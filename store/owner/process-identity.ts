import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Tells one process from every other, also from a later one with the same number. */
export type ProcessIdentity = {
  readonly host: string;
  readonly pid: number;
  /** The boot and the clock ticks since it at which the process started; `''` where the system does not tell. */
  readonly started: string;
};

export function identify(pid: number): ProcessIdentity {
  return { host: hostname(), pid, started: startOf(pid) ?? '' };
}

/** Does this very process of this machine still run? */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  const now = startOf(pid);
  if (now !== undefined && started !== '') return now === started;
  return answersSignals(pid);
}

/** Field of `/proc/…/stat` that holds the start, counted from the state that follows the name in brackets. */
const startField = 19;

function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold brackets and spaces itself: what follows the last one is numbers.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[startField]}`;
  } catch {
    return undefined;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
