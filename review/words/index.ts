import type { Language } from '../../model/localized.ts';
import { en } from './en.ts';
import type { ReviewWords } from './words.ts';
import { zh } from './zh.ts';

/** The pages' words in each language. */
export const reviewWords: Readonly<Record<Language, ReviewWords>> = { zh, en };
