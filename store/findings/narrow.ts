import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { ColumnWords } from '../database/column-words.ts';
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

/** What a condition is for: counting a facet, whose own filter does not count; the rows of a page; counting all. */
export type Purpose = { readonly counting: Facet } | 'page' | 'total';

/** The condition of a filter. */
export function narrowed(
  filter: WorkListFilter,
  purpose: Purpose,
  { dialect }: Pick<ColumnWords, 'dialect'>,
) {
  return (eb: ExpressionBuilder<Tables, 'findings'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = facets.flatMap((facet) => {
      const values = typeof purpose === 'object' && purpose.counting === facet ? undefined : filter[facet];
      if (!values || values.length === 0) return [];
      const column = sql.ref(`findings.${facetColumns[facet]}`);
      const isHidden = dialect === 'sqlite' && isBetterPassed(facet, values, purpose);
      return [sql<SqlBool>`${isHidden ? sql`coalesce(${column}, '')` : column} in (${sql.join(values)})`];
    });
    if (filter.sha256 !== undefined) conditions.push(eb('findings.sha256', '=', filter.sha256));
    if (filter.search !== undefined && filter.search.trim() !== '') {
      conditions.push(eb('findings.sha256', 'in', matchingDocuments(eb, filter.search.trim())));
    }
    return eb.and(conditions);
  };
}

/**
 * Values that so many rows have that walking along a page's order, or along a facet's index, finds the rows sooner than looking
 * them up. SQLite cannot look up what stands in an expression; PostgreSQL weighs it right, and has no statistics of expressions.
 */
function isBetterPassed(facet: Facet, values: readonly unknown[], purpose: Purpose): boolean {
  const isCoarse =
    facet === 'severity' || facet === 'source' || (facet === 'state' && values.includes('open'));
  return isCoarse && (purpose === 'page' || (purpose !== 'total' && values.length > 1));
}

function matchingDocuments(eb: ExpressionBuilder<Tables, 'findings'>, search: string) {
  return eb
    .selectFrom('documents')
    .select('documents.sha256')
    .where(sql<SqlBool>`documents.search like ${containing(search)} escape '\\'`);
}
