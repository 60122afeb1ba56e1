/**
 * What is wrong with a store.
 *
 * | kind | what |
 * |---|---|
 * | `blob-missing` | a row names bytes that are not there |
 * | `blob-damaged` | bytes that are not what their name says |
 * | `size-differs` | a document of another size than was recorded |
 * | `no-result` | a stage is done and has no result |
 * | `unfinished-result` | a result of a stage that is not done |
 * | `wrong-current` | a document does not show the newest of its results |
 * | `not-queued` | a document without any stage: nobody will ever check it |
 * | `row-broken` | what the database says of itself |
 */
export type StoreFault = {
  readonly kind:
    | 'blob-missing'
    | 'blob-damaged'
    | 'size-differs'
    | 'no-result'
    | 'unfinished-result'
    | 'wrong-current'
    | 'not-queued'
    | 'row-broken';
  /** Hash of the document or blob, or what the database says. */
  readonly subject: string;
};

export type Verification = {
  readonly documents: number;
  readonly results: number;
  readonly blobs: number;
  readonly bytes: number;
  readonly faults: readonly StoreFault[];
  /** Blobs that no row names: what came in and was never accepted. No harm but for the space. */
  readonly orphans: readonly string[];
  /** Names of files that were being written when something ended. */
  readonly temporary: readonly string[];
};
