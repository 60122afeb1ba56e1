import type { Migration } from './migration.ts';

/** Columns that the work list is narrowed by, without the unit: whoever narrows by that has few rows left. */
const narrowing = [
  'state',
  'severity',
  'code',
  'district',
  'year',
  'affects_grade',
  'difference_band',
  'form',
  'source',
  'assignee',
];

/**
 * An index for each facet, ordered by it and holding all that a filter asks for: a count is then one walk along an index, without
 * sorting and without touching the rows. See `bench/work-list.ts`.
 */
export const facetCounts: Migration = {
  name: '0006-facet-counts',
  statements: () =>
    [...narrowing, 'unit'].map((facet) => {
      const columns = [facet, ...narrowing.filter((other) => other !== facet)];
      return `create index findings_facet_${facet} on findings (${columns.join(', ')})`;
    }),
};
