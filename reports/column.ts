/** A column of a table in a file: its heading, its width in characters, what it holds. */
export type Column = {
  readonly heading: string;
  readonly width: number;
  readonly holds: 'text' | 'long-text' | 'figure' | 'count';
};
