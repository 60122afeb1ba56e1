import type { CheckResult } from '../../model/result.ts';

/** A result that has just been written. */
export type PublishedResult = {
  readonly sha256: string;
  readonly resultId: number;
  readonly result: CheckResult;
  readonly now: number;
};
