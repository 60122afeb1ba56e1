import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { RevisedReport } from './overview.ts';

/** Reports that several documents have, by their newest version. */
export async function revisedReports(db: Queries, limit: number): Promise<readonly RevisedReport[]> {
  const keys = await db
    .selectFrom('assessments')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .select('assessments.version_key')
    .select(({ fn }) => [
      fn.count<number>('assessments.sha256').distinct().as('versions'),
      fn.max('documents.added_at').as('newest'),
    ])
    .where('assessments.version_key', 'is not', null)
    .groupBy('assessments.version_key')
    .having(sql<number>`count(distinct assessments.sha256)`, '>', 1)
    .orderBy('newest', 'desc')
    .orderBy('assessments.version_key')
    .limit(limit)
    .$narrowType<{ version_key: string }>()
    .execute();
  const named = await Promise.all(keys.map(({ version_key }) => newestOf(db, version_key)));
  return keys.flatMap(({ versions }, index) => {
    const report = named[index];
    return report === undefined ? [] : [{ ...report, versions }];
  });
}

async function newestOf(db: Queries, key: string): Promise<Omit<RevisedReport, 'versions'> | undefined> {
  const row = await db
    .selectFrom('assessments')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .select(['assessments.sha256', 'assessments.number', 'assessments.unit', 'assessments.year'])
    .select(['assessments.project', 'assessments.title'])
    .where('assessments.version_key', '=', key)
    .orderBy('documents.added_at', 'desc')
    .orderBy('assessments.sha256')
    .orderBy('assessments.number')
    .executeTakeFirst();
  // A report without unit or year has no key.
  if (row === undefined || row.unit === null || row.year === null) return undefined;
  const { sha256, number, unit, year, project, title } = row;
  return { sha256, number, unit, year, name: project ?? title ?? undefined };
}
