/** What one request may take. */
export type Limits = {
  /** Wall clock for one request. */
  readonly timeoutInMilliseconds: number;
  /** Resident memory of the child: heap, buffers and WebAssembly together. */
  readonly memoryInBytes: number;
  /** Largest document that is handed over. */
  readonly requestInBytes: number;
  /** Largest answer that is taken. */
  readonly answerInBytes: number;
};

/** Time and memory from the measurements in `docs/decisions/guarded-child.md`. */
export const defaultLimits: Limits = {
  timeoutInMilliseconds: 20_000,
  memoryInBytes: 1024 ** 3,
  requestInBytes: 256 * 1024 ** 2,
  answerInBytes: 64 * 1024 ** 2,
};

/** What a request has taken so far. What cannot be measured on this system is absent. */
export type Usage = {
  readonly elapsedInMilliseconds: number;
  readonly processorInMilliseconds?: number;
  readonly residentInBytes?: number;
};

/**
 * A child that had the processor for less than half of its time was kept waiting by a busy machine; it gets up to this many
 * times its wall clock, so that a document is not given up for what other programs do.
 */
const patience = 3;

/** The limit that is exceeded, if one is. */
export function exceededLimit(
  { elapsedInMilliseconds: elapsed, processorInMilliseconds: processor, residentInBytes: resident }: Usage,
  { timeoutInMilliseconds: timeout, memoryInBytes: memory }: Limits,
): 'time' | 'memory' | undefined {
  if (resident !== undefined && resident > memory) return 'memory';
  if (elapsed < timeout) return undefined;
  const wasKeptWaiting = processor !== undefined && processor < timeout / 2;
  return wasKeptWaiting && elapsed < timeout * patience ? undefined : 'time';
}
