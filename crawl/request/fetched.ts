import type { ContentKind } from './content-kind.ts';

/** One answer on the way to a document. */
export type Hop = {
  readonly url: string;
  readonly status: number;
};

/** How a page or file was got, kept with the document as evidence. JSON-safe. */
export type FetchEvidence = {
  /** The address that was asked for. */
  readonly requested: string;
  /** Every answer in order; the last one is the document's own. */
  readonly hops: readonly Hop[];
  readonly headers: Readonly<Record<string, string>>;
  /** When the last answer came, as ISO 8601 in UTC. */
  readonly fetchedAt: string;
};

/** What came back: any status but a redirect. `bytes` are unpacked, and empty unless the status is 200. */
export type Fetched = {
  /** The address of the last hop. */
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  /** What the bytes are by their own look. */
  readonly kind: ContentKind;
  readonly evidence: FetchEvidence;
};
