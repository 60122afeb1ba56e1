import type { Language } from '../../model/localized.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

/** The words of each language. */
export const wordsIn: Readonly<Record<Language, Words>> = { zh, en };
