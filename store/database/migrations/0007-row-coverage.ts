import type { Migration } from './migration.ts';

/**
 * How far the rows of an assessment were recomputed, for the overview. Null in rows that were written before: their results are
 * packed, and say it again when the document is checked anew (`fuhe requeue`).
 */
export const rowCoverage: Migration = {
  name: '0007-row-coverage',
  statements: ({ integer }) =>
    ['rows_decided', 'rows_bounded', 'rows_open', 'rows_not_read'].map(
      (column) => `alter table assessments add column ${column} ${integer}`,
    ),
};
