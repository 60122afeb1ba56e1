import type { FieldRow } from './ragged-grid.ts';

/**
 * Consecutive lines that are one table; `end` is the index of the first line behind them. Without
 * rows they were looked at and are prose.
 */
export type Run = { readonly rows: readonly FieldRow[]; readonly end: number };
