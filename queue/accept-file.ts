import { createReadStream } from 'node:fs';
import type { Origin } from '../model/origin.ts';
import { accept, type Result } from '../model/outcome-channels.ts';
import type { Acceptance } from '../store/documents/documents.ts';
import type { Store } from '../store/open-store.ts';

/** A file that comes in, however it comes. */
export type Incoming = {
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  readonly origin: Origin;
  readonly tags: readonly string[];
  /** Lower goes first; see `priorities` of the ledger. */
  readonly priority: number;
};

/** Bytes of a file at most: above every published document by far, and below what fills a disk unnoticed. */
export const largestFileInBytes = 512 * 1024 ** 2;

/** Keeps a file's bytes and then records it; refused when it is too large. Once this returns, the file cannot get lost. */
export async function acceptFile(
  store: Pick<Store, 'blobs' | 'documents'>,
  { bytes, origin, tags, priority }: Incoming,
): Promise<Result<Acceptance>> {
  const blob = await store.blobs.put(bytes, largestFileInBytes);
  if (!blob.ok) return blob;
  return accept(await store.documents.accept({ blob: blob.value, origin, tags, priority }));
}

/** The bytes of a file on disk, as they are read. */
export function readFileBytes(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file);
}
