import { type Selectable, type SqlBool, sql } from 'kysely';
import type { FindingCode, Severity } from '../../model/finding.ts';
import type { OriginKind } from '../../model/origin.ts';
import type { ReviewState } from '../../model/review.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { countFacets } from './count-facets.ts';
import { severityRanks } from './finding-rows.ts';
import { afterCursor, cursorOf, orderOf } from './keyset.ts';
import { narrowed } from './narrow.ts';
import type { Findings, ListedFinding, WorkListFilter, WorkListPage, WorkListQuery } from './work-list.ts';

const pageSize = 50;

/** Values of a facet that are counted unless more are asked for. */
const facetLimit = 50;

export function openFindings(database: Database): Findings {
  const { db } = database;
  return {
    list: (query = {}) => listFindings(database, query),
    count: (filter = {}) => countFindings(database, filter),
    facets: (filter = {}, limit = facetLimit) => countFacets(database, filter, limit),
    get: async (fingerprint) => {
      const row = await selectRows(db).where('findings.fingerprint', '=', fingerprint).executeTakeFirst();
      return row && listed(row);
    },
  };
}

function selectRows(db: Queries) {
  return db
    .selectFrom('findings')
    .innerJoin('documents', 'documents.sha256', 'findings.sha256')
    .selectAll('findings')
    .select('documents.name');
}

async function listFindings(
  { db, words }: Database,
  { filter = {}, sort = 'newest', reverse, limit = pageSize, after }: WorkListQuery,
): Promise<WorkListPage> {
  const order = orderOf(sort, reverse);
  const beyond = after === undefined ? undefined : afterCursor(order, after);
  let query = selectRows(db).where(narrowed(filter, 'page', words));
  const ranks = sort === 'severity' ? severitySpan(filter) : undefined;
  if (ranks)
    query = query.where(sql<SqlBool>`findings.severity_rank between ${ranks.least} and ${ranks.most}`);
  if (beyond) query = query.where(beyond);
  for (const column of order.columns) query = query.orderBy(`findings.${column}`, order.direction);
  const rows = await query.limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    findings: page.map(listed),
    next: rows.length > limit && last ? cursorOf(order, last) : undefined,
  };
}

/**
 * The ranks between which the filter's severities lie. Along the order of severity the rows of one stand together: without its rank
 * the walk would begin at the gravest and pass all of those first.
 */
function severitySpan({ severity = [] }: WorkListFilter): { least: number; most: number } | undefined {
  if (severity.length === 0) return undefined;
  const ranks = severity.map((one) => severityRanks[one]);
  return { least: Math.min(...ranks), most: Math.max(...ranks) };
}

async function countFindings({ db, words }: Database, filter: WorkListFilter): Promise<number> {
  const { count } = await db
    .selectFrom('findings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(narrowed(filter, 'total', words))
    .executeTakeFirstOrThrow();
  return count;
}

/** The words in the columns are those that `findingRows` wrote from a checked result. */
function listed(row: Selectable<Tables['findings']> & { readonly name: string }): ListedFinding {
  return {
    fingerprint: row.fingerprint,
    sha256: row.sha256,
    assessment: `${row.sha256}#${row.assessment}`,
    index: row.position,
    code: row.code as FindingCode,
    severity: row.severity as Severity,
    subject: row.subject,
    subjectName: row.subject_name,
    printed: row.printed ?? undefined,
    recomputed: row.recomputed ?? undefined,
    difference: row.difference ?? undefined,
    affectsGrade: row.affects_grade === 1,
    message: { zh: row.message_zh, en: row.message_en },
    place: JSON.parse(row.place),
    unit: row.unit === '' ? undefined : row.unit,
    year: row.year === 0 ? undefined : row.year,
    form: row.form,
    district: row.district,
    source: row.source as OriginKind,
    foundAt: row.found_at,
    state: row.state as ReviewState,
    assignee: row.assignee === '' ? undefined : row.assignee,
    name: row.name,
  };
}
