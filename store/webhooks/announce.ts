import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
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

/** Writes down for other programs what of a document's disagreements is new; nothing where nothing is. */
export async function announceDisagreements(
  trx: Transaction<Tables>,
  { sha256, resultId, now }: Pick<PublishedResult, 'sha256' | 'resultId' | 'now'>,
  { before, rows }: { readonly before: ReadonlySet<string>; readonly rows: readonly NewFindingRow[] },
): Promise<void> {
  const found = rows.filter(({ severity, fingerprint }) => severity === 'error' && !before.has(fingerprint));
  if (found.length === 0) return;
  const { name } = await trx
    .selectFrom('documents')
    .select('name')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
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
