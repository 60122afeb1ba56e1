import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { DescribedDocument } from '../documents/describe-document.ts';
import type { NewFindingRow } from '../findings/finding-rows.ts';
import type { PublishedResult } from '../results/published-result.ts';

/** Findings that one announcement spells out; it says how many there are. */
const mostFindings = 100;

/** Fingerprints of the disagreements that the work list shows of a document now. */
export async function disagreementsOf(
  trx: Transaction<Tables>,
  sha256: string,
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('findings')
    .select('fingerprint')
    .where('sha256', '=', sha256)
    .where('severity', '=', 'error')
    .execute();
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

/** A result's rows in the work list, and the disagreements that the result before it had. */
export type Announced = {
  readonly published: Pick<PublishedResult, 'resultId' | 'now'>;
  readonly before: ReadonlySet<string>;
  readonly rows: readonly NewFindingRow[];
};

/** Writes down for other programs what of a document's disagreements is new; nothing where nothing is. */
export async function announceDisagreements(
  trx: Transaction<Tables>,
  { sha256, name }: DescribedDocument,
  { published, before, rows }: Announced,
): Promise<void> {
  const found = rows.filter(({ severity, fingerprint }) => severity === 'error' && !before.has(fingerprint));
  if (found.length === 0) return;
  const { resultId, now } = published;
  const body = JSON.stringify({
    event: 'disagreements',
    at: new Date(now).toISOString(),
    document: { sha256, name },
    count: found.length,
    findings: found.slice(0, mostFindings).map(described),
  });
  await trx
    .insertInto('announcements')
    .values({ at: now, sha256, result_id: resultId, body, spread_at: null })
    .execute();
}

function described(row: NewFindingRow) {
  return {
    fingerprint: row.fingerprint,
    code: row.code,
    subject: row.subject,
    subjectName: row.subject_name,
    unit: row.unit === '' ? null : row.unit,
    year: row.year === 0 ? null : row.year,
    printed: row.printed,
    recomputed: row.recomputed,
    affectsGrade: row.affects_grade === 1,
    message: { zh: row.message_zh, en: row.message_en },
  };
}
