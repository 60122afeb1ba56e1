import type { zh } from './zh.ts';

/** The same words in any language: texts for texts, sentences for sentences. */
type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: InAnyLanguage<T[Key]> };

export type ReviewWords = InAnyLanguage<typeof zh>;
