import type { ResultAssessment, ResultIndicator } from '../../model/result.ts';

/** What a version prints in one row; null: not printed. */
export type RowFigures = { readonly maxScore: string | null; readonly selfScore: string | null };

/** One row of a report through its versions. */
export type RowVersions = {
  /** As its newest version names it. */
  readonly path: readonly string[];
  /** In the order of the versions; null where a version has no such row. */
  readonly figures: readonly (RowFigures | null)[];
  /** `same`: every version prints the same points and score. */
  readonly change: 'changed' | 'same';
};

/** Versions of one report side by side, everything in the order in which they were given. */
export type VersionTable = {
  /** In the order of the last version; rows that were dropped stand after the row that they followed. */
  readonly rows: readonly RowVersions[];
  readonly totals: readonly (string | null)[];
  readonly grades: readonly (string | null)[];
};

/** Sets the printed scores of a report's versions side by side, oldest first; rows are the same when their names are. */
export function compareVersions(versions: readonly ResultAssessment[]): VersionTable {
  const keyed = versions.map(({ indicators }) => rowsByName(indicators));
  const order = keyed.reduce<readonly string[]>((before, rows) => mergeOrders(before, [...rows.keys()]), []);
  return {
    rows: order.map((key) => rowVersions(keyed.map((rows) => rows.get(key)))),
    totals: versions.map(({ total }) => total.printed),
    grades: versions.map(({ grade }) => grade.printed),
  };
}

/** Rows by name; the second one of a name is another row than the first. */
function rowsByName(indicators: readonly ResultIndicator[]): ReadonlyMap<string, ResultIndicator> {
  const seen = new Map<string, number>();
  return new Map(
    indicators.map((row) => {
      const name = JSON.stringify(row.path.map((part) => part.normalize('NFKC').replace(/\s+/g, '')));
      const occurrence = (seen.get(name) ?? 0) + 1;
      seen.set(name, occurrence);
      return [`${name}${occurrence}`, row];
    }),
  );
}

/** The later order, with what only the earlier one has after the name that both have and that it followed. */
function mergeOrders(before: readonly string[], after: readonly string[]): readonly string[] {
  const kept = new Set(after);
  const dropped = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of before) {
    if (kept.has(key)) last = key;
    else dropped.set(last, [...(dropped.get(last) ?? []), key]);
  }
  return [...(dropped.get(undefined) ?? []), ...after.flatMap((key) => [key, ...(dropped.get(key) ?? [])])];
}

function rowVersions(rows: readonly (ResultIndicator | undefined)[]): RowVersions {
  const figures = rows.map((row) => (row ? { maxScore: row.maxScore, selfScore: row.selfScore } : null));
  const isSame = new Set(figures.map((printed) => JSON.stringify(printed))).size <= 1;
  return {
    path: rows.findLast((row) => row !== undefined)?.path ?? [],
    figures,
    change: isSame ? 'same' : 'changed',
  };
}
