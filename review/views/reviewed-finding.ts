import type { Decision, ReviewState } from '../../model/review.ts';

/** Something that happened to a finding, for its history. */
export type ReviewEvent = {
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'decide' | 'sign' | 'assign' | 'undo' | 'comment';
  readonly text: string;
};

/** Where one finding of the current result stands among people. */
export type ReviewedFinding = {
  readonly fingerprint: string;
  readonly state: ReviewState;
  readonly assignee: string | undefined;
  readonly decision: Decision | undefined;
  readonly events: readonly ReviewEvent[];
};
