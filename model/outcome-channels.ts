import type { Localized } from './localized.ts';
import type { Note } from './note.ts';
import type { Place } from './place.ts';

/** A value that was read, with what had to be guessed or left out for it. */
export type Reading<T> = { readonly value: T; readonly notes: readonly Note[] };

/** Why an input cannot be processed at all: a property of the input, never a bug of ours. */
export type Refusal = {
  /** `format/what`, for example `pdf/encrypted`. */
  readonly code: string;
  readonly message: Localized;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** A note without a place of its own has `place` left out. */
export function note(code: string, message: Localized, place?: Place): Note {
  return place === undefined ? { code, message } : { code, message, place };
}

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T>(code: string, message: Localized): Result<T> {
  return { ok: false, refusal: { code, message } };
}
