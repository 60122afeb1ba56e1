import type { Queries } from '../database/database.ts';
import type { VersionGroup } from './documents.ts';

/** See `Documents.versions`. */
export async function versionsOf(db: Queries, sha256: string): Promise<readonly VersionGroup[]> {
  const rows = await db
    .selectFrom('assessments as own')
    .innerJoin('assessments', 'assessments.version_key', 'own.version_key')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .select(['own.number as of', 'assessments.sha256', 'assessments.number', 'documents.name'])
    .select(['documents.added_at', 'documents.withdrawn_at'])
    .select(['assessments.printed_total', 'assessments.printed_grade'])
    .where('own.sha256', '=', sha256)
    .orderBy('own.number')
    .orderBy('documents.added_at')
    .orderBy('assessments.sha256')
    .orderBy('assessments.number')
    .execute();
  const groups = [...Map.groupBy(rows, (row) => row.of)];
  return groups
    .filter(([, versions]) => versions.some((version) => version.sha256 !== sha256))
    .map(([number, versions]) => ({
      number,
      versions: versions.map((row) => ({
        sha256: row.sha256,
        number: row.number,
        name: row.name,
        addedAt: row.added_at,
        withdrawnAt: row.withdrawn_at ?? undefined,
        printedTotal: row.printed_total ?? undefined,
        printedGrade: row.printed_grade ?? undefined,
      })),
    }));
}
