import { type SqlBool, sql } from 'kysely';
import type { Database, Queries } from '../database/database.ts';
import { containingExactly } from '../documents/search-text.ts';
import { countFindings } from './count-findings.ts';
import type { CoverageShare, DistrictYear, FinishedDay, GradePair, Overview, UnitCount } from './overview.ts';
import { revisedReports } from './revised-reports.ts';

/** Milliseconds. */
const day = 24 * 3_600_000;

export function openOverview({ db }: Database): Overview {
  return {
    tallies: async ({ since, zoneAhead }) => {
      const [documents, findings, districts, grades, coverage, finished] = await Promise.all([
        countDocuments(db),
        countFindings(db),
        countDistricts(db),
        countGrades(db),
        countCoverage(db),
        countFinished(db, since, zoneAhead),
      ]);
      const { codes, ...counts } = findings;
      return { totals: { ...documents, ...counts }, districts, codes, grades, coverage, finished };
    },
    units: (search, limit) => listUnits(db, search, limit),
    revised: (limit) => revisedReports(db, limit),
  };
}

async function countDocuments(
  db: Queries,
): Promise<{ readonly documents: number; readonly checked: number }> {
  const rows = await db
    .selectFrom('documents')
    .select('status')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy('status')
    .execute();
  return {
    documents: rows.reduce((sum, { count }) => sum + count, 0),
    checked: rows.find(({ status }) => status === 'checked')?.count ?? 0,
  };
}

async function countDistricts(db: Queries): Promise<readonly DistrictYear[]> {
  // As the index says it (`migrations/0008-standing-errors.ts`): a parameter would not be known to fit.
  const disagrees = sql<SqlBool>`exists (
    select 1 from findings
    where findings.sha256 = assessments.sha256 and findings.assessment = assessments.number
      and findings.severity = 'error' and findings.state <> 'dismissed'
  )`;
  return db
    .selectFrom('assessments')
    .innerJoin('documents', 'documents.sha256', 'assessments.sha256')
    .select(sql<string | null>`nullif(documents.district, '')`.as('district'))
    .select('assessments.year')
    .select(({ fn }) => fn.countAll<number>().as('assessments'))
    .select(sql<number>`count(case when ${disagrees} then 1 end)`.as('disagreeing'))
    .groupBy(['documents.district', 'assessments.year'])
    .execute();
}

function countGrades(db: Queries): Promise<readonly GradePair[]> {
  return db
    .selectFrom('assessments')
    .select(['printed_grade as printed', 'expected_grade as expected'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('printed_grade', 'is not', null)
    .where('expected_grade', 'is not', null)
    .groupBy(['printed_grade', 'expected_grade'])
    .orderBy('count', 'desc')
    .orderBy('printed_grade')
    .orderBy('expected_grade')
    .$narrowType<{ printed: string; expected: string }>()
    .execute();
}

function countCoverage(db: Queries): Promise<readonly CoverageShare[]> {
  return db
    .selectFrom('assessments')
    .select('year')
    .select([
      wholeSum('rows_decided').as('decided'),
      wholeSum('rows_bounded').as('bounded'),
      wholeSum('rows_open').as('open'),
      wholeSum('rows_not_read').as('notRead'),
    ])
    .where('rows_decided', 'is not', null)
    .groupBy('year')
    .execute();
}

/** PostgreSQL's sums of whole numbers are of another type, which comes as text. */
function wholeSum(column: 'rows_decided' | 'rows_bounded' | 'rows_open' | 'rows_not_read') {
  return sql<number>`cast(sum(${sql.ref(column)}) as bigint)`;
}

/** By the end of the engine's work: what people corrected since does not move a document to another day. */
async function countFinished(db: Queries, since: number, zoneAhead: number): Promise<readonly FinishedDay[]> {
  const onDay = sql<number>`(ledger.ended_at + ${sql.lit(zoneAhead)}) / ${sql.lit(day)}`;
  const rows = await db
    .selectFrom('ledger')
    .innerJoin('results', 'results.ledger_id', 'ledger.id')
    .innerJoin('documents', 'documents.current_result', 'results.id')
    .select([onDay.as('day'), 'results.status'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ledger.ended_at', '>=', since)
    .groupBy([onDay, 'results.status'])
    .execute();
  const days = [...new Set(rows.map((row) => row.day))].sort((a, b) => a - b);
  const countOf = (of: number, status: string): number =>
    rows.find((row) => row.day === of && row.status === status)?.count ?? 0;
  return days.map((of) => ({
    day: of,
    checked: countOf(of, 'checked'),
    withoutAssessment: countOf(of, 'no-assessment'),
    unreadable: countOf(of, 'unreadable'),
  }));
}

function listUnits(db: Queries, search: string, limit: number): Promise<readonly UnitCount[]> {
  return db
    .selectFrom('assessments')
    .select('unit')
    .select(({ fn }) => [
      fn.countAll<number>().as('assessments'),
      fn.count<number>('year').distinct().as('years'),
    ])
    .where('unit', 'is not', null)
    .$if(search !== '', (query) =>
      query.where(sql<SqlBool>`unit like ${containingExactly(search)} escape '\\'`),
    )
    .groupBy('unit')
    .orderBy('years', 'desc')
    .orderBy('assessments', 'desc')
    .orderBy('unit')
    .limit(limit)
    .$narrowType<{ unit: string }>()
    .execute();
}
