import type { Correction } from '../../model/correction.ts';
import type { CheckResult } from '../../model/result.ts';

/** A correction that holds, with the number by which it can be withdrawn. */
export type StoredCorrection = { readonly id: number; readonly correction: Correction };

/** What a correction is before the store notes when it was made. */
export type NewCorrection = Omit<Correction, 'at' | 'who'>;

/** A change of a document's corrections, and the result with the ones that then hold. */
export type CorrectionChange = {
  readonly sha256: string;
  readonly add?: readonly NewCorrection[];
  readonly withdraw?: readonly number[];
  /** Id of the current result that `rescored` was computed from (`results.history`, first one). */
  readonly base: number;
  readonly rescored: CheckResult;
};

/** `stale`: the current result is another one by now; nothing was written. */
export type CorrectionOutcome =
  | { readonly kind: 'corrected'; readonly resultId: number }
  | { readonly kind: 'stale' };

/** What people read otherwise than the program. The document and the first reading stay as they are. */
export type Corrections = {
  /** Those that hold, oldest first. */
  readonly of: (sha256: string) => Promise<readonly StoredCorrection[]>;
  /**
   * Writes corrections, withdrawals and the result that follows from them in one transaction. The result is a new revision; the
   * work list follows it, and decisions on findings that it changes are reopened.
   */
  readonly change: (change: CorrectionChange, who: string) => Promise<CorrectionOutcome>;
};
