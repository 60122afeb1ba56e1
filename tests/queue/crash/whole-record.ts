import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { eventually } from '../eventually.ts';
import type { Fleet } from './fleet.ts';

/**
 * Waits until all documents have their result, and holds what must be true of the record and the folders then: one result for each
 * document and stage, every drop moved once, no blob that nothing refers to. A document whose workers were killed six times in a
 * row was quarantined, as it should be; it is put back, as a person would, and counted.
 */
export async function expectWhole(fleet: Fleet, documents: number, patience: number): Promise<number> {
  const { store } = fleet;
  let quarantined = 0;
  await eventually(async () => {
    for (const { id, failure } of await store.ledger.deadLetters()) {
      expect(failure?.code).toBe('ledger/never-ended');
      if (await store.ledger.retry(id, 'test')) quarantined += 1;
    }
    const counts = await store.ledger.counts();
    expect(counts.map(({ state, count }) => `${count} ${state}`)).toEqual([`${documents} done`]);
    expect(fleet.inbox()).toEqual([]);
  }, patience);
  expect(fleet.done()).toHaveLength(documents);
  const hashes = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.documents.page(after, 500);
    for (const { sha256 } of page) {
      hashes.add(sha256);
      expect(await store.results.history(sha256)).toHaveLength(1);
      expect(await store.results.record(sha256)).toBeDefined();
      expect(await store.documents.origins(sha256)).toHaveLength(1);
    }
    after = page.at(-1)?.sha256;
    if (after === undefined) break;
  }
  expect(hashes.size).toBe(documents);
  await expectNoOrphans(fleet, hashes);
  return quarantined;
}

/** Each document has its own bytes and its own reading, and there is nothing else. */
async function expectNoOrphans({ folder, store }: Fleet, hashes: ReadonlySet<string>): Promise<void> {
  const blobs = new Set<string>();
  for await (const hash of store.blobs.list()) blobs.add(hash);
  for (const hash of hashes) expect(blobs.has(hash)).toBe(true);
  expect(blobs.size).toBe(hashes.size * 2);
  const loose = readdirSync(path.join(folder, 'data')).filter((name) => name.endsWith('.part'));
  expect(loose).toEqual([]);
}
