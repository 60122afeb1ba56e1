/** What a single request may take. */
export type RequestLimits = {
  readonly connectMilliseconds: number;
  readonly headersMilliseconds: number;
  /** Longest silence while the body comes. */
  readonly idleMilliseconds: number;
  /** Everything together: all redirects, headers and bodies; waiting for the host's turn does not count. */
  readonly totalMilliseconds: number;
  /** Bytes on the wire, and after they are unpacked. */
  readonly bytes: number;
  readonly unpackedBytes: number;
};

const mebibyte = 1024 * 1024;

/** Slow district sites need half a minute for a page; 100 MiB is the cap that archives have everywhere in fuhe. */
export const usualLimits: RequestLimits = {
  connectMilliseconds: 15_000,
  headersMilliseconds: 30_000,
  idleMilliseconds: 30_000,
  totalMilliseconds: 300_000,
  bytes: 100 * mebibyte,
  unpackedBytes: 100 * mebibyte,
};
