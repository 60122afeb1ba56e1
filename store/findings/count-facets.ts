import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { facetColumns, narrowed } from './narrow.ts';
import { type Facet, type FacetCount, facets, type WorkListFilter } from './work-list.ts';

/**
 * Counts of every facet; see `FacetCount`. SQLite walks along an index for each (`migrations/0006-facet-counts.ts`). PostgreSQL reads
 * rows as well to see whether an index speaks of what is still there, so that one reading for all of them costs less; what is
 * filtered by itself, or has more values than are shown, is counted alone.
 */
export async function countFacets(
  database: Database,
  filter: WorkListFilter,
  limit: number,
): Promise<Readonly<Record<Facet, readonly FacetCount[]>>> {
  const isAlone = (facet: Facet) =>
    database.words.dialect === 'sqlite' || facet === 'unit' || (filter[facet]?.length ?? 0) > 0;
  const [together, ...alone] = await Promise.all([
    countTogether(
      database,
      facets.filter((facet) => !isAlone(facet)),
      filter,
    ),
    ...facets
      .filter(isAlone)
      .map(async (facet) => [facet, await countFacet(database, facet, filter, limit)] as const),
  ]);
  const counted = new Map([...together, ...alone]);
  const shown = (facet: Facet): readonly FacetCount[] => (counted.get(facet) ?? []).slice(0, limit);
  return Object.fromEntries(facets.map((facet) => [facet, shown(facet)])) as Record<
    Facet,
    readonly FacetCount[]
  >;
}

/** In PostgreSQL's words: a grouping set each, read in one go. No filter is on any of these facets. */
async function countTogether(
  { db, words }: Database,
  together: readonly Facet[],
  filter: WorkListFilter,
): Promise<readonly (readonly [Facet, readonly FacetCount[]])[]> {
  const [first] = together;
  if (first === undefined) return [];
  const columns = together.map((facet) => sql.ref<string | number | null>(`findings.${facetColumns[facet]}`));
  const rows = await db
    .selectFrom('findings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .select(columns.map((column, index) => column.as(`value${index}`)))
    .where(narrowed(filter, { counting: first }, words))
    .groupBy(sql`grouping sets (${sql.join(columns.map((column) => sql`(${column})`))})`)
    .orderBy('count', 'desc')
    .orderBy(sql.join(columns))
    .execute();
  // Where rows are grouped by one column the others are null; none of them is in the table.
  return together.map((facet, index) => {
    const counts = rows.flatMap((row) => {
      const value = row[`value${index}`];
      return value == null ? [] : [{ value, count: row.count }];
    });
    return [facet, counts] as const;
  });
}

function countFacet(
  { db, words }: Database,
  facet: Facet,
  filter: WorkListFilter,
  limit: number,
): Promise<readonly FacetCount[]> {
  const column = facetColumns[facet];
  return db
    .selectFrom('findings')
    .select([`findings.${column} as value`])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(narrowed(filter, { counting: facet }, words))
    .groupBy(`findings.${column}`)
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(limit)
    .execute();
}
