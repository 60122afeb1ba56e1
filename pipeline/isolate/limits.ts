/** What one request may take. */
export type Limits = {
  /** Wall clock for one request, or for one step where its handler says that it has made one. */
  readonly timeoutInMilliseconds: number;
  /** Wall clock for one request with all its steps. */
  readonly totalInMilliseconds: number;
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
  totalInMilliseconds: 600_000,
  memoryInBytes: 1024 ** 3,
  requestInBytes: 256 * 1024 ** 2,
  answerInBytes: 64 * 1024 ** 2,
};

/**
 * Where pages are recognised: a page takes 2 to 4 seconds of processor time, a poor one that is tried in four directions three
 * times that.
 */
export const recognitionLimits: Pick<
  Limits,
  'timeoutInMilliseconds' | 'totalInMilliseconds' | 'memoryInBytes'
> = {
  timeoutInMilliseconds: 60_000,
  totalInMilliseconds: 1_800_000,
  memoryInBytes: 900 * 1024 ** 2,
};

/** What a request has taken so far. What cannot be measured on this system is absent. */
export type Usage = {
  readonly elapsedInMilliseconds: number;
  /** Since its last step. */
  readonly stepInMilliseconds: number;
  /** Processor time since its last step. */
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
  usage: Usage,
  { timeoutInMilliseconds: timeout, totalInMilliseconds: total, memoryInBytes: memory }: Limits,
): 'time' | 'memory' | undefined {
  const { stepInMilliseconds: step, processorInMilliseconds: processor, residentInBytes: resident } = usage;
  if (resident !== undefined && resident > memory) return 'memory';
  if (usage.elapsedInMilliseconds >= total) return 'time';
  if (step < timeout) return undefined;
  const wasKeptWaiting = processor !== undefined && processor < timeout / 2;
  return wasKeptWaiting && step < timeout * patience ? undefined : 'time';
}
