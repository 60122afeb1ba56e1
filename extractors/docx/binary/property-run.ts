/** A stretch of the main stream (bytes, half open) and the property list (in the same stream) that holds for it. */
export type PropertyRun = {
  readonly fcStart: number;
  readonly fcEnd: number;
  readonly at: number;
  readonly size: number;
};

export type RunLookup = (fc: number) => PropertyRun | undefined;
