import type { CheckResult } from '../../model/result.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Stage } from '../ledger/stages.ts';
import { compareVersions, type VersionTable } from './compare-versions.ts';
import { readGzipJson } from './gzip-json.ts';
import type { AssessmentId, Results, StoredResult } from './results.ts';

/** Results that are read at once when all of them are asked for. */
const pageSize = 50;

export function openResults({ db }: Database, blobs: Blobs): Results {
  return {
    current: async (sha256) => published(await currentRow(db, sha256)),
    published: async (id) =>
      published(await db.selectFrom('results').select('published').where('id', '=', id).executeTakeFirst()),
    record: (sha256) => currentRecord(db, blobs, sha256),
    history: (sha256) => history(db, sha256),
    compare: (versions) => compareAssessments(db, versions),
    all: () => allResults(db),
  };
}

function currentRow(db: Queries, sha256: string) {
  return db
    .selectFrom('documents')
    .innerJoin('results', 'results.id', 'documents.current_result')
    .select(['results.published', 'results.record'])
    .where('documents.sha256', '=', sha256)
    .executeTakeFirst();
}

async function published(
  row: { readonly published: Uint8Array } | undefined,
): Promise<CheckResult | undefined> {
  // `insertResult` writes nothing else into the column.
  return row && ((await readGzipJson(row.published)) as CheckResult);
}

async function currentRecord(db: Queries, blobs: Blobs, sha256: string): Promise<unknown> {
  const row = await currentRow(db, sha256);
  if (!row || row.record === null) return undefined;
  const bytes = await blobs.bytes(row.record);
  return bytes && readGzipJson(bytes);
}

async function history(db: Queries, sha256: string): Promise<readonly StoredResult[]> {
  const rows = await db
    .selectFrom('results')
    .select(['id', 'sha256', 'stage', 'engine', 'revision', 'status', 'error_code', 'created_at'])
    .where('sha256', '=', sha256)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sha256: row.sha256,
    stage: row.stage as Stage,
    engine: row.engine,
    revision: row.revision,
    status: row.status as CheckResult['status'],
    errorCode: row.error_code ?? undefined,
    createdAt: row.created_at,
  }));
}

async function compareAssessments(
  db: Queries,
  versions: readonly AssessmentId[],
): Promise<VersionTable | undefined> {
  const found = await Promise.all(
    versions.map(async ({ sha256, number }) => {
      const result = await published(await currentRow(db, sha256));
      return result?.assessments[number - 1];
    }),
  );
  const assessments = found.filter((one) => one !== undefined);
  return assessments.length === versions.length ? compareVersions(assessments) : undefined;
}

async function* allResults(db: Queries): AsyncIterable<CheckResult> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .innerJoin('results', 'results.id', 'documents.current_result')
      .select(['documents.sha256', 'results.published'])
      .where('documents.sha256', '>', after)
      .orderBy('documents.sha256')
      .limit(pageSize)
      .execute();
    for (const row of rows) yield (await readGzipJson(row.published)) as CheckResult;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.sha256;
  }
}
