import type { CheckResult } from '../model/result.ts';
import type { Words } from './words/words.ts';

/** What a document without assessments is about: none in it, or words of one that could not be read. */
export function describeNothing({ notes }: CheckResult, words: Words): string {
  return unreadTable(notes)?.message ?? words.phrases.noTableIn;
}

/** Are there words of a table that could not be read? A person has to look. */
export const mayHideTable = ({ notes }: CheckResult): boolean => unreadTable(notes) !== undefined;

const unreadTable = (notes: CheckResult['notes']): CheckResult['notes'][number] | undefined =>
  notes.find(({ code }) => code === 'document/table-not-read');
