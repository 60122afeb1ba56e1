import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkAndRecord } from '../../pipeline/check.ts';
import { engineVersion } from '../../pipeline/engine-version.ts';
import { createLocalAccess } from '../../review/accounts/local-access.ts';
import { createApp } from '../../review/app.ts';
import type { ReviewDependencies } from '../../review/dependencies.ts';
import { type Listening, listen } from '../../review/listen.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const samples = path.join(import.meta.dirname, '../../samples');

export type ReviewServer = {
  readonly store: Store;
  readonly origin: string;
  /** The one-time address. */
  readonly entrance: string;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
};

/** The pages on a free port over a store of their own; documents are checked in this process. */
export async function startReview(given: Partial<ReviewDependencies> = {}): Promise<ReviewServer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'fuhe-review-'));
  const store = await openStore({ dataFolder, engine: engineVersion });
  const local = createLocalAccess();
  const faults: unknown[] = [];
  const app = createApp(
    dependenciesOf({ store }, { access: local, onFault: (problem) => faults.push(problem), ...given }),
  );
  const server: Listening = await listen(app, { address: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    store,
    origin,
    entrance: `${origin}${local.path}`,
    faults,
    close: async () => {
      await server.close();
      await store.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What the application needs, with nothing but a store behind it. */
export function dependenciesOf(
  { store }: Pick<ReviewServer, 'store'>,
  given: Partial<ReviewDependencies> & Pick<ReviewDependencies, 'access'>,
): ReviewDependencies {
  return { store, hosts: [], transport: 'http', signOff: 'one', onFault: () => {}, ...given };
}

/** Somebody who came in by the one-time address and has seen a page. */
export async function enter({ origin, entrance }: ReviewServer): Promise<Visitor> {
  const visitor = createVisitor(origin);
  await visitor.get(entrance.slice(origin.length));
  await visitor.get('/documents');
  return visitor;
}

/** Takes a document in and checks it; gives its hash. */
export async function addDocument(store: Store, name: string, bytes: Uint8Array): Promise<string> {
  const blob = await store.blobs.put(bytes);
  if (!blob.ok) throw new Error(blob.refusal.code);
  const { sha256, stageId } = await store.documents.accept({
    blob: blob.value,
    origin: { kind: 'upload', name },
  });
  const lease = await store.ledger.start(stageId, 'test');
  if (lease === undefined) return sha256;
  const { result, record } = await checkAndRecord({ file: name, bytes, language: 'zh' });
  await store.ledger.finish(lease, { result, ...(record === undefined ? {} : { record }) });
  return sha256;
}

export function sampleBytes(name: string): Uint8Array {
  return readFileSync(path.join(samples, name));
}

export function addSample(store: Store, name: string): Promise<string> {
  return addDocument(store, name, sampleBytes(name));
}
