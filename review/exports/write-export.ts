import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '../../model/localized.ts';
import type { CheckResult } from '../../model/result.ts';
import { createDecisionLookup } from '../../reports/decision-lookup.ts';
import type { Published } from '../../reports/formal/document-list.ts';
import { localizeResult } from '../../reports/localize-result.ts';
import type { Store } from '../../store/open-store.ts';
import { type ExportFormat, type Opened, openReport } from './formats.ts';
import { pendingResult } from './pending-result.ts';

export type ExportRequest = {
  readonly sha256s: readonly string[];
  readonly format: ExportFormat;
  readonly language: Language;
  /** Of a formal report. */
  readonly number?: string;
};

/** A file that was written for somebody; `remove` it once it was sent. */
export type WrittenExport = {
  readonly file: string;
  readonly size: number;
  readonly remove: () => Promise<void>;
};

/**
 * Writes current results with the decisions about them, document by document. A document that has no result yet is in the file as
 * one that was not read: nothing selected is left out in silence.
 */
export async function writeExport(store: Store, request: ExportRequest): Promise<WrittenExport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhe-export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = await writeInto(folder, store, request);
    return { file, size: (await stat(file)).size, remove };
  } catch (problem) {
    await remove();
    throw problem;
  }
}

async function writeInto(
  folder: string,
  store: Store,
  { sha256s, format, language, number }: ExportRequest,
): Promise<string> {
  const lookup = createDecisionLookup();
  const published = new Map<string, Published>();
  const report: Opened = await openReport(format, {
    folder,
    language,
    decisionOf: lookup.decisionOf,
    publishedAt: ({ sha256 }) => published.get(sha256 ?? ''),
    ...(number === undefined ? {} : { number }),
  });
  for (const sha256 of sha256s) {
    // Programs get the note as it is.
    const remarks = format === 'ndjson' ? [] : await store.reviews.comments(sha256);
    lookup.add(await store.reviews.decisions(sha256), remarks);
    const origin = await publicationOf(store, sha256);
    if (origin) published.set(sha256, origin);
    const result = await resultOf(store, sha256);
    if (result) await report.sink.write(localizeResult(result, language));
  }
  await report.sink.finish('complete');
  return report.file;
}

async function resultOf(store: Store, sha256: string): Promise<CheckResult | undefined> {
  const document = await store.documents.get(sha256);
  if (document === undefined) return undefined;
  const result = await store.results.current(sha256);
  return result === undefined ? pendingResult(document) : { ...result, file: document.name };
}

/** The first place that published it. */
async function publicationOf(store: Store, sha256: string): Promise<Published | undefined> {
  for (const { origin } of await store.documents.origins(sha256))
    if (origin.kind === 'url') return { address: origin.url, fetchedAt: origin.evidence.fetchedAt };
  return undefined;
}
