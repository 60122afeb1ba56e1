import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { containing } from '../documents/search-text.ts';
import { type Facet, facets, type WorkListFilter } from './work-list.ts';

/** The column that a facet counts. */
export const facetColumns = {
  district: 'district',
  unit: 'unit',
  year: 'year',
  form: 'form',
  code: 'code',
  severity: 'severity',
  affectsGrade: 'affects_grade',
  difference: 'difference_band',
  state: 'state',
  assignee: 'assignee',
  source: 'source',
} as const satisfies Record<Facet, keyof Tables['findings']>;

/** The condition of a filter, without the part of one facet where that is being counted. */
export function narrowed(filter: WorkListFilter, except?: Facet) {
  return (eb: ExpressionBuilder<Tables, 'findings'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = facets.flatMap((facet) => {
      const values = facet === except ? undefined : filter[facet];
      return values && values.length > 0 ? [eb(`findings.${facetColumns[facet]}`, 'in', values)] : [];
    });
    if (filter.sha256 !== undefined) conditions.push(eb('findings.sha256', '=', filter.sha256));
    if (filter.search !== undefined && filter.search.trim() !== '') {
      conditions.push(eb('findings.sha256', 'in', matchingDocuments(eb, filter.search.trim())));
    }
    return eb.and(conditions);
  };
}

function matchingDocuments(eb: ExpressionBuilder<Tables, 'findings'>, search: string) {
  return eb
    .selectFrom('documents')
    .select('documents.sha256')
    .where(sql<SqlBool>`documents.search like ${containing(search)} escape '\\'`);
}
