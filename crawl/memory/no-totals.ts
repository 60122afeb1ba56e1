import type { RunTotals } from './crawl-memory.ts';

/** A run that has done nothing yet. */
export const noTotals: RunTotals = {
  pages: 0,
  files: 0,
  bytes: 0,
  unchanged: 0,
  documents: 0,
  newDocuments: 0,
  changedDocuments: 0,
  withdrawnDocuments: 0,
  failed: 0,
  skipped: 0,
};
