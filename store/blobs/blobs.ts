import type { Readable } from 'node:stream';
import type { Result } from '../../model/outcome-channels.ts';

/** Bytes that are kept: their SHA-256 in lower-case hex digits, and how many they are. */
export type StoredBlob = { readonly sha256: string; readonly size: number };

/** Files by the hash of their bytes. Nothing here knows a name: what is not a hash is refused. */
export type Blobs = {
  /**
   * Keeps bytes; on disk for good when it returns. Refused with `limits/too-large` when they are more than `limit` bytes (reading
   * stops there). Bytes that are there already are not written again.
   */
  readonly put: (
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    limit?: number,
  ) => Promise<Result<StoredBlob>>;
  readonly has: (sha256: string) => Promise<boolean>;
  /** All bytes at once; undefined where there is no such blob. */
  readonly bytes: (sha256: string) => Promise<Uint8Array | undefined>;
  /** The bytes as a stream; undefined where there is no such blob. */
  readonly read: (sha256: string) => Promise<Readable | undefined>;
  /**
   * Removes what crashes left half written: temporary files that nobody has written to for an hour, since others may just be
   * writing theirs. Gives how many there were.
   */
  readonly sweep: () => Promise<number>;
  /** Hashes of all blobs, in no order. */
  readonly list: () => AsyncIterable<string>;
};
