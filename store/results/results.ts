import type { CheckResult } from '../../model/result.ts';
import type { Stage } from '../ledger/stages.ts';
import type { VersionTable } from './compare-versions.ts';

/** A result that was kept; none is ever changed. */
export type StoredResult = {
  readonly id: number;
  readonly sha256: string;
  readonly stage: Stage;
  readonly engine: string;
  /** 0: as the engine made it; above: with people's corrections. */
  readonly revision: number;
  readonly status: CheckResult['status'];
  readonly errorCode: string | undefined;
  readonly createdAt: number;
};

/** An assessment of a document's current result. */
export type AssessmentId = { readonly sha256: string; readonly number: number };

export type Results = {
  /** The published JSON of the document's current result; undefined while there is none. */
  readonly current: (sha256: string) => Promise<CheckResult | undefined>;
  /** Any result's published JSON. */
  readonly published: (id: number) => Promise<CheckResult | undefined>;
  /** The reading behind the current result (`CheckRecord` of `model/record.ts`), for scoring it again without the document. */
  readonly record: (sha256: string) => Promise<unknown>;
  /** All results of a document, newest first. */
  readonly history: (sha256: string) => Promise<readonly StoredResult[]>;
  /**
   * Versions of one report side by side, by the current results of their documents; undefined where one of them is not there.
   * Numbers count from 1, as in `<sha256>#1`.
   */
  readonly compare: (versions: readonly AssessmentId[]) => Promise<VersionTable | undefined>;
  /** Every document's current result, in the order of the hashes; constant memory. */
  readonly all: () => AsyncIterable<CheckResult>;
};
