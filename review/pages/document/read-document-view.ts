import type { CheckRecord } from '../../../model/record.ts';
import type { CheckResult } from '../../../model/result.ts';
import type { StoredDocument } from '../../../store/documents/documents.ts';
import type { Store } from '../../../store/open-store.ts';

/** All that the document page stands on. */
export type DocumentMaterial = {
  readonly document: StoredDocument;
  readonly result: CheckResult | undefined;
  readonly record: CheckRecord | undefined;
};

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

export async function readMaterial(store: Store, sha256: string): Promise<DocumentMaterial | undefined> {
  const document = isHash(sha256) ? await store.documents.get(sha256) : undefined;
  if (document === undefined) return undefined;
  const [result, record] = await Promise.all([store.results.current(sha256), store.results.record(sha256)]);
  // The store gives back what the guarded child made: a record, as the type of its writer says.
  return { document, result, record: record as CheckRecord | undefined };
}
