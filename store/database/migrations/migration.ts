import type { ColumnWords } from '../column-words.ts';

/** One step of the schema. A step that was ever released is never changed; the next one changes what it made. */
export type Migration = {
  readonly name: string;
  readonly statements: (words: ColumnWords) => readonly string[];
};
