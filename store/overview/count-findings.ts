import type { FindingCode, Severity } from '../../model/finding.ts';
import type { Queries } from '../database/database.ts';
import type { CodeCount, OverviewTotals } from './overview.ts';

type FindingCounts = Pick<OverviewTotals, 'findings' | 'errors' | 'gradeChanges' | 'waiting'> & {
  readonly codes: readonly CodeCount[];
};

/** One walk along an index gives all counts of findings. */
export async function countFindings(db: Queries): Promise<FindingCounts> {
  const rows = await db
    .selectFrom('findings')
    .select(['code', 'severity', 'state', 'affects_grade'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['code', 'severity', 'state', 'affects_grade'])
    .execute();
  type Row = (typeof rows)[number];
  const standing = rows.filter(({ state }) => state !== 'dismissed');
  const sum = (kept: (row: Row) => boolean): number =>
    standing.filter(kept).reduce((all, { count }) => all + count, 0);
  const kinds = Map.groupBy(standing, ({ code, severity }) => `${code} ${severity}`);
  return {
    findings: sum(() => true),
    errors: sum(({ severity }) => severity === 'error'),
    gradeChanges: sum(({ affects_grade }) => affects_grade === 1),
    waiting: sum(({ state }) => state === 'open' || state === 'reopened'),
    codes: [...kinds.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      // The words in the columns are those that `findingRows` wrote from a checked result.
      const kind = { code: first.code as FindingCode, severity: first.severity as Severity };
      return [{ ...kind, count: group.reduce((all, { count }) => all + count, 0) }];
    }),
  };
}
