import type { Extraction } from '../model/extraction.ts';
import type { Result } from '../model/outcome-channels.ts';

/** One file format. `recognizes` looks at the bytes alone and must be quick; `extract` loads the format's folder when it is needed. */
export type Format = {
  readonly mediaType: string;
  readonly recognizes: (bytes: Uint8Array) => boolean;
  /** `name` is a label for messages, never a hint. */
  readonly extract: (bytes: Uint8Array, name: string) => Promise<Result<Extraction>>;
};
