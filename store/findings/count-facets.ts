import type { Queries } from '../database/database.ts';
import { facetColumns, narrowed } from './narrow.ts';
import { type Facet, type FacetCount, facets, type WorkListFilter } from './work-list.ts';

/** Counts of every facet; see `FacetCount`. */
export async function countFacets(
  db: Queries,
  filter: WorkListFilter,
  limit: number,
): Promise<Readonly<Record<Facet, readonly FacetCount[]>>> {
  const counted = await Promise.all(facets.map((facet) => countFacet(db, facet, filter, limit)));
  return Object.fromEntries(facets.map((facet, index) => [facet, counted[index] ?? []])) as Record<
    Facet,
    readonly FacetCount[]
  >;
}

function countFacet(
  db: Queries,
  facet: Facet,
  filter: WorkListFilter,
  limit: number,
): Promise<readonly FacetCount[]> {
  const column = facetColumns[facet];
  return db
    .selectFrom('findings')
    .select([`findings.${column} as value`])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(narrowed(filter, { counting: facet }))
    .groupBy(`findings.${column}`)
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(limit)
    .execute();
}
