import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { FacetCount } from '../findings/work-list.ts';
import { storedDocument } from './document-row.ts';
import {
  type DocumentFacet,
  type DocumentFilter,
  type DocumentPage,
  type DocumentQuery,
  documentFacets,
} from './documents.ts';
import { containing } from './search-text.ts';

const pageSize = 50;

/** Values of a facet that are counted at most. */
const facetLimit = 50;

/** See `Documents.list`. */
export async function listDocuments(
  db: Queries,
  { filter = {}, after, limit = pageSize }: DocumentQuery,
): Promise<DocumentPage> {
  let query = db.selectFrom('documents').selectAll().where(narrowed(filter));
  if (after !== undefined) {
    const start = db.selectFrom('documents').select(['added_at', 'sha256']).where('sha256', '=', after);
    query = query.where(({ eb, refTuple }) =>
      eb(refTuple('added_at', 'sha256'), '<', start.$asTuple('added_at', 'sha256')),
    );
  }
  const rows = await query
    .orderBy('added_at', 'desc')
    .orderBy('sha256', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map(storedDocument);
  const hashes = page.map(({ sha256 }) => sha256);
  const counts = await findingCounts(db, hashes);
  const none = { findings: 0, undecided: 0 };
  return {
    documents: page.map((document) => ({ ...document, ...(counts.get(document.sha256) ?? none) })),
    next: rows.length > limit ? hashes.at(-1) : undefined,
  };
}

type Counts = { readonly findings: number; readonly undecided: number };

async function findingCounts(db: Queries, hashes: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('findings')
    .select('sha256')
    .select(({ fn }) => fn.countAll<number>().as('findings'))
    .select(sql<number>`count(case when state in ('open', 'reopened') then 1 end)`.as('undecided'))
    .where('sha256', 'in', hashes)
    .groupBy('sha256')
    .execute();
  return new Map(rows.map(({ sha256, findings, undecided }) => [sha256, { findings, undecided }]));
}

export async function countDocuments(db: Queries, filter: DocumentFilter): Promise<number> {
  const { count } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(narrowed(filter))
    .executeTakeFirstOrThrow();
  return count;
}

export async function countDocumentFacets(
  db: Queries,
  filter: DocumentFilter,
): Promise<Readonly<Record<DocumentFacet, readonly FacetCount[]>>> {
  const counted = await Promise.all(documentFacets.map((facet) => countFacet(db, facet, filter)));
  const [status = [], district = [], source = [], year = [], form = []] = counted;
  return { status, district, source, year, form };
}

/** What was not read has the value `''` or 0, as in the work list. */
async function countFacet(
  db: Queries,
  facet: DocumentFacet,
  filter: DocumentFilter,
): Promise<readonly FacetCount[]> {
  const rows = await db
    .selectFrom('documents')
    .select(`${facet} as value`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(narrowed(filter, facet))
    .groupBy(facet)
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(facetLimit)
    .execute();
  return rows.map(({ value, count }) => ({ value: value ?? unread(facet), count }));
}

function unread(facet: DocumentFacet): '' | 0 {
  return facet === 'year' ? 0 : '';
}

function narrowed(filter: DocumentFilter, except?: DocumentFacet) {
  return (eb: ExpressionBuilder<Tables, 'documents'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = documentFacets.flatMap((facet) => {
      const values = facet === except ? undefined : filter[facet];
      return values && values.length > 0 ? [holdsOne(eb, facet, values)] : [];
    });
    const search = filter.search?.trim() ?? '';
    if (search !== '') conditions.push(sql<SqlBool>`search like ${containing(search)} escape '\\'`);
    return eb.and(conditions);
  };
}

function holdsOne(
  eb: ExpressionBuilder<Tables, 'documents'>,
  facet: DocumentFacet,
  values: readonly (string | number)[],
): Expression<SqlBool> {
  const oneOf = sql<SqlBool>`${sql.ref(facet)} in (${sql.join(values)})`;
  return values.includes(unread(facet)) ? eb.or([oneOf, eb(facet, 'is', null)]) : oneOf;
}
