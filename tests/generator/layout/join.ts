import type { LaidDocument } from './laid-out.ts';

/** Several documents in one file, one after the other. */
export function joinDocuments(documents: readonly LaidDocument[]): LaidDocument {
  return { blocks: documents.flatMap(({ blocks }) => blocks) };
}
