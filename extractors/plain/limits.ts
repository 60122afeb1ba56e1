/** Caps against hostile files; each one that is hit is reported. Real tables stay below a hundredth of every one of them. */
export const limits = {
  bytes: 64 * 1024 * 1024,
  /** UTF-16 units of one line; a table as one line of HTML may take some hundred thousand. */
  lineLength: 1_000_000,
  lines: 200_000,
  columns: 2_000,
  /** Cells with text, or places of drawn grids, in one document. */
  cells: 200_000,
  /** Levels of nested HTML elements; parsers take quadratic time on depth. */
  depth: 500,
} as const;
