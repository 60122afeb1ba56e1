import type { Refusal, Result } from '../model/outcome-channels.ts';

/** One thing to report on: a file to check, or a name that no file can be had from and why. `file` is as given. */
export type Input =
  | { readonly kind: 'file'; readonly file: string }
  /** Something on the web; it is fetched when it is read. */
  | { readonly kind: 'web'; readonly file: string; readonly read: () => Promise<Result<Uint8Array>> }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: Refusal };
