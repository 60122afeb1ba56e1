import type { Decision, DismissReason, ReviewState, VerdictOnFinding } from '../../model/review.ts';

/** What a reviewer decides about one or many findings. */
export type Ruling = {
  readonly verdict: VerdictOnFinding;
  /** Only for `dismiss`. */
  readonly reason?: DismissReason;
  readonly note?: string;
  /** `two`: confirming and dismissing hold only once a second person has signed. */
  readonly people?: 'one' | 'two';
};

/** What an act did to a finding. */
export type Reviewed = {
  readonly fingerprint: string;
  readonly before: ReviewState;
  readonly after: ReviewState;
};

/** `own`: the one who decided cannot be the second person; `nothing`: there was nothing to sign. */
export type Signed = { readonly fingerprint: string; readonly outcome: 'signed' | 'own' | 'nothing' };

/** One act on a finding, for its history. */
export type ReviewAct = {
  readonly id: number;
  readonly act: 'decide' | 'sign' | 'assign' | 'undo';
  readonly at: number;
  readonly who: string;
  readonly verdict: VerdictOnFinding | undefined;
  readonly reason: DismissReason | undefined;
  readonly note: string | undefined;
  readonly assignee: string | undefined;
  readonly engine: string;
  /** Of the act that this one takes back. */
  readonly undoes: number | undefined;
};

/** Said about a document, or about one of its findings. */
export type Comment = {
  readonly id: number;
  readonly fingerprint: string | undefined;
  readonly at: number;
  readonly who: string;
  readonly body: string;
};

/** What people say about findings. Every act is in the audit log, in the same transaction. */
export type Reviews = {
  /** Decides findings of current results; those that no current result has are left out of the answer. */
  readonly decide: (
    fingerprints: readonly string[],
    ruling: Ruling,
    who: string,
  ) => Promise<readonly Reviewed[]>;
  /** The second person's signature under proposed decisions. */
  readonly sign: (fingerprints: readonly string[], who: string) => Promise<readonly Signed[]>;
  /** Undefined assigns it to nobody. */
  readonly assign: (
    fingerprints: readonly string[],
    assignee: string | undefined,
    who: string,
  ) => Promise<readonly Reviewed[]>;
  /** Takes back the last act on a finding that still holds; undefined where there is none. */
  readonly undo: (fingerprint: string, who: string) => Promise<Reviewed | undefined>;
  readonly comment: (
    about: { readonly sha256: string; readonly fingerprint?: string },
    body: string,
    who: string,
  ) => Promise<void>;
  readonly comments: (sha256: string) => Promise<readonly Comment[]>;
  /** Everything that was done to a finding, oldest first. */
  readonly history: (fingerprint: string) => Promise<readonly ReviewAct[]>;
  /** The decisions on the findings of a document's current result, in its order. */
  readonly decisions: (sha256: string) => Promise<readonly Decision[]>;
};
