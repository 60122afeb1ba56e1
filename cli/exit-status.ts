import type { Severity } from '../model/finding.ts';
import type { CheckResult } from '../model/result.ts';

/** The statuses that the contract gives: 2 wins over 1. */
export const exitStatus = { fine: 0, findings: 1, unreadable: 2, interrupted: 130 } as const;

/** What a result adds to the exit status; `failOn` is the least severity that counts, if any does. */
export function statusOf(result: CheckResult, failOn: 'error' | 'warning' | undefined): number {
  if (result.status === 'unreadable') return exitStatus.unreadable;
  if (failOn === undefined) return exitStatus.fine;
  const counted: readonly Severity[] = failOn === 'error' ? ['error'] : ['error', 'warning'];
  const fails = result.assessments.some(({ findings }) =>
    findings.some(({ severity }) => counted.includes(severity)),
  );
  return fails ? exitStatus.findings : exitStatus.fine;
}
