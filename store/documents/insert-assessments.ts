import type { Insertable, Transaction } from 'kysely';
import type { Coverage } from '../../model/finding.ts';
import type { CheckResult, ResultAssessment } from '../../model/result.ts';
import type { Tables } from '../database/tables.ts';
import { versionKey } from './version-key.ts';

/** Rows that one statement inserts. */
const insertBatch = 500;

/** One row an assessment of the current result: what lists, plots and versions need without opening the result. */
export async function insertAssessments(
  trx: Transaction<Tables>,
  sha256: string,
  resultId: number,
  { assessments }: CheckResult,
): Promise<void> {
  const rows = assessments.map((assessment, index) => ({
    sha256,
    number: index + 1,
    result_id: resultId,
    ...columns(assessment),
  }));
  for (let start = 0; start < rows.length; start += insertBatch) {
    await trx
      .insertInto('assessments')
      .values(rows.slice(start, start + insertBatch))
      .execute();
  }
}

function columns(
  assessment: ResultAssessment,
): Omit<Insertable<Tables['assessments']>, 'sha256' | 'number' | 'result_id'> {
  const { total, grade, coverage } = assessment;
  return {
    unit: assessment.unit,
    title: assessment.title,
    project: assessment.project,
    year: assessment.year,
    form: assessment.form,
    printed_total: total.printed,
    low: total.low,
    high: total.high,
    total_verdict: total.verdict,
    printed_grade: grade.printed,
    expected_grade: grade.expected,
    rows: coverage.rows,
    rows_with_score: coverage.rowsWithScore,
    ...rowCoverage(coverage),
    version_key: versionKey(assessment) ?? null,
  };
}

/** Verdicts by how far they go; every other one says that nothing was recomputed. */
const decided = ['confirmed', 'contradicted'];
const bounded = ['admissible', 'inadmissible'];

function rowCoverage({ rows, rowsNotRead, verdicts }: Coverage) {
  const countOf = (kinds: readonly string[]): number =>
    kinds.reduce((sum, kind) => sum + (verdicts[kind] ?? 0), 0);
  return {
    rows_decided: countOf(decided),
    rows_bounded: countOf(bounded),
    rows_open: rows - countOf([...decided, ...bounded]),
    rows_not_read: rowsNotRead,
  };
}
