import type { Queries } from '../database/database.ts';
import type { AssessmentFilter, AssessmentSummary } from './documents.ts';

/** See `Documents.assessments`. */
export async function summarise(
  db: Queries,
  { unit, years }: AssessmentFilter,
): Promise<readonly AssessmentSummary[]> {
  let query = db
    .selectFrom('assessments')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .selectAll('assessments')
    .select(['documents.district', 'documents.name', 'documents.added_at']);
  if (unit !== undefined) query = query.where('assessments.unit', '=', unit);
  if (years !== undefined) query = query.where('assessments.year', 'in', years);
  const rows = await query.orderBy('assessments.sha256').orderBy('assessments.number').execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    number: row.number,
    name: row.name,
    addedAt: row.added_at,
    district: row.district,
    unit: row.unit ?? undefined,
    title: row.title ?? undefined,
    project: row.project ?? undefined,
    year: row.year ?? undefined,
    form: row.form,
    printedTotal: row.printed_total ?? undefined,
    low: row.low,
    high: row.high,
    // `insertAssessments` writes no other words.
    totalVerdict: row.total_verdict as AssessmentSummary['totalVerdict'],
    printedGrade: row.printed_grade ?? undefined,
    expectedGrade: row.expected_grade ?? undefined,
    rows: row.rows,
    rowsWithScore: row.rows_with_score,
  }));
}
