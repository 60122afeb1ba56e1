import type { Origin } from '../../model/origin.ts';
import type { CheckResult, ResultAssessment, ResultFinding } from '../../model/result.ts';
import type { Arrival } from '../../store/documents/documents.ts';
import type { Lease } from '../../store/ledger/ledger.ts';
import type { Store } from '../../store/open-store.ts';
import { assessment } from '../reports/results.ts';

/** Documents and results as they come into a store, made for its tests. */

export function pathOrigin(name: string): Origin {
  return { kind: 'path', name, path: `/inbox/${name}` };
}

export function urlOrigin(url: string): Origin {
  const evidence = {
    url,
    finalUrl: url,
    redirects: [{ url: 'http://www.tianhe.gov.cn/old', status: 301 }],
    status: 200,
    headers: { 'content-type': 'application/pdf' },
    fetchedAt: '2026-01-05T12:00:00.000Z',
  };
  return { kind: 'url', name: '自评表.pdf', url, site: 'tianhe', evidence };
}

/** Puts the text into the store as a document from the folder, and accepts it. */
export async function addDocument(
  store: Store,
  text: string,
  changes: Partial<Omit<Arrival, 'blob'>> = {},
): Promise<{ readonly sha256: string; readonly stageId: number; readonly kind: 'new' | 'known' }> {
  const stored = await store.blobs.put(Buffer.from(text));
  if (!stored.ok) throw new Error(stored.refusal.code);
  return store.documents.accept({ blob: stored.value, origin: pathOrigin(`${text}.txt`), ...changes });
}

export function finding(changes: Partial<ResultFinding> = {}): ResultFinding {
  return {
    code: 'total/mismatch',
    severity: 'error',
    subject: 'total',
    printed: '96.8',
    recomputed: '95.5',
    affectsGrade: true,
    message: '合计不一致',
    messageIn: { zh: '合计不一致', en: 'the total disagrees' },
    sources: [{ page: 2, row: 10 }],
    ...changes,
  };
}

/** A checked result with one assessment for each list of findings. */
export function resultOf(
  sha256: string,
  findings: readonly (readonly ResultFinding[])[],
  changes: Partial<ResultAssessment> = {},
): CheckResult {
  return {
    schemaVersion: 1,
    engine: '1.0.0',
    file: '自评表.txt',
    sha256,
    mediaType: 'text/plain',
    status: 'checked',
    error: null,
    assessments: findings.map((found, index) => ({
      ...assessment({ findings: found, ...changes }),
      id: `${sha256}#${index + 1}`,
    })),
    notes: [],
  };
}

/** Starts a stage that must be startable. */
export async function begin(store: Store, stageId: number, worker = 'worker-1'): Promise<Lease> {
  const lease = await store.ledger.start(stageId, worker);
  if (!lease) throw new Error(`stage ${stageId} cannot be started`);
  return lease;
}

/** Adds a document and gives it a result. */
export async function addChecked(
  store: Store,
  text: string,
  findings: readonly (readonly ResultFinding[])[],
  changes: Partial<ResultAssessment> = {},
): Promise<string> {
  const { sha256, stageId } = await addDocument(store, text);
  const finished = await store.ledger.finish(await begin(store, stageId), {
    result: resultOf(sha256, findings, changes),
  });
  if (finished.kind !== 'finished') throw new Error('the lease was lost');
  return sha256;
}
