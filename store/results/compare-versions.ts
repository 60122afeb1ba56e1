import type { ResultAssessment, ResultIndicator } from '../../model/result.ts';

/** A printed figure in two versions of one report; null: not printed, or no such row. */
export type FigurePair = { readonly before: string | null; readonly after: string | null };

/** One row of either version. `same`: points and score are printed alike. */
export type RowChange = {
  readonly path: readonly string[];
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  readonly maxScore: FigurePair;
  readonly selfScore: FigurePair;
};

/** What another version of a report prints otherwise. */
export type VersionDiff = {
  /** In the order of the later version; rows that it dropped stand after the row that they followed. */
  readonly rows: readonly RowChange[];
  readonly total: FigurePair;
  readonly grade: FigurePair;
};

/** Compares the printed scores of two versions, row by row; rows are the same when their names are. */
export function compareVersions(before: ResultAssessment, after: ResultAssessment): VersionDiff {
  return {
    rows: compareRows(keyed(before.indicators), keyed(after.indicators)),
    total: { before: before.total.printed, after: after.total.printed },
    grade: { before: before.grade.printed, after: after.grade.printed },
  };
}

type Rows = ReadonlyMap<string, ResultIndicator>;

/** Rows by name; the second one of a name is another row than the first. */
function keyed(indicators: readonly ResultIndicator[]): Rows {
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

function compareRows(before: Rows, after: Rows): readonly RowChange[] {
  const removed = removedAfter(before, after);
  const first = removed.get(undefined) ?? [];
  return [
    ...first.map((row) => changeOf(row, undefined)),
    ...[...after].flatMap(([key, row]) => [
      changeOf(before.get(key), row),
      ...(removed.get(key) ?? []).map((gone) => changeOf(gone, undefined)),
    ]),
  ];
}

/** Rows that only the earlier version has, by the row that both have and that they followed. */
function removedAfter(
  before: Rows,
  after: Rows,
): ReadonlyMap<string | undefined, readonly ResultIndicator[]> {
  const removed = new Map<string | undefined, ResultIndicator[]>();
  let last: string | undefined;
  for (const [key, row] of before) {
    if (after.has(key)) last = key;
    else removed.set(last, [...(removed.get(last) ?? []), row]);
  }
  return removed;
}

function changeOf(before: ResultIndicator | undefined, after: ResultIndicator | undefined): RowChange {
  const maxScore = { before: before?.maxScore ?? null, after: after?.maxScore ?? null };
  const selfScore = { before: before?.selfScore ?? null, after: after?.selfScore ?? null };
  const path = after?.path ?? before?.path ?? [];
  if (!before || !after) return { path, change: before ? 'removed' : 'added', maxScore, selfScore };
  const same = maxScore.before === maxScore.after && selfScore.before === selfScore.after;
  return { path, change: same ? 'same' : 'changed', maxScore, selfScore };
}
