import type { Queries } from '../database/database.ts';
import type { Version, VersionGroup } from './documents.ts';

/** See `Documents.versions`. */
export async function versionsOf(db: Queries, sha256: string): Promise<readonly VersionGroup[]> {
  const own = await db
    .selectFrom('assessments')
    .select(['number', 'version_key'])
    .where('sha256', '=', sha256)
    .where('version_key', 'is not', null)
    .orderBy('number')
    .execute();
  const groups: VersionGroup[] = [];
  for (const { number, version_key } of own) {
    const versions = await withKey(db, version_key ?? '');
    const others = versions.filter((version) => version.sha256 !== sha256);
    if (others.length > 0) groups.push({ number, versions });
  }
  return groups;
}

async function withKey(db: Queries, key: string): Promise<readonly Version[]> {
  const rows = await db
    .selectFrom('assessments')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .select(['assessments.sha256', 'assessments.number', 'documents.name', 'documents.added_at'])
    .select(['documents.withdrawn_at', 'assessments.printed_total', 'assessments.printed_grade'])
    .where('assessments.version_key', '=', key)
    .orderBy('documents.added_at')
    .orderBy('assessments.sha256')
    .orderBy('assessments.number')
    .execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    number: row.number,
    name: row.name,
    addedAt: row.added_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    printedTotal: row.printed_total ?? undefined,
    printedGrade: row.printed_grade ?? undefined,
  }));
}
