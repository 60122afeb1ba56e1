import type { Assessment, Group, Indicator } from '../../model/assessment.ts';
import { customaryFullMark, type Exactly, exact, sum, zero } from '../exact.ts';
import { rowsOf } from '../row-kinds.ts';
import { countedAddends, leafRows } from './counted-rows.ts';
import { equalSplitSlack } from './equal-split.ts';
import type { Addend } from './selection.ts';
import { waysOfCounting } from './ways-of-counting.ts';

/**
 * How the points read compare with the full mark. `none`: the form prints no points; `open`: points are absent, and rows
 * that stand in the document but could not be read (whole or in part) can account for them.
 */
export type PointsOutcome = {
  readonly verdict: 'none' | 'equal' | 'short' | 'over' | 'open';
  readonly full: Exactly;
  readonly fullMark: 'printed' | 'assumed';
  readonly sum: Exactly;
  /** Points that unread rows may carry, for the highest possible total. */
  readonly open: Exactly;
  /** The most that unscored rows without points of their own can score, by id: what their group's points leave. */
  readonly ceilings: ReadonlyMap<string, Exactly>;
  /** Innermost groups whose rows read do not reach their printed points. */
  readonly shortGroups: readonly { readonly group: Group; readonly lacking: Exactly }[];
};

export function countPoints(assessment: Assessment): PointsOutcome {
  const printedFull = assessment.total?.max;
  const full = printedFull ? exact(printedFull.value) : customaryFullMark;
  const counted = plainPoints(assessment);
  const base = {
    full,
    fullMark: printedFull ? ('printed' as const) : ('assumed' as const),
    sum: counted.sum,
    ceilings: ceilings(assessment),
    shortGroups: shortGroups(assessment),
  };
  if (!counted.any) return { ...base, verdict: 'none', open: openPoints(assessment, full) };
  if (fills(assessment, full)) return { ...base, verdict: 'equal', open: zero };
  if (counted.sum.gt(full)) return { ...base, verdict: 'over', open: zero };
  const open = openPoints(assessment, full);
  return { ...base, verdict: open.gt(0) || hasUnreadPoints(assessment) ? 'open' : 'short', open };
}

/** Rows of the table that the reader reports it could not read as indicators. */
export function rowsNotRead(assessment: Assessment): number {
  return assessment.notes.filter(({ code }) => code === 'table/row-not-read').length;
}

/** Points of the counted rows, each group's points standing for rows that have none. */
function pointsOf(assessment: Assessment, rows: readonly Indicator[]): { sum: Exactly; any: boolean } {
  const own = rows.flatMap((row) => row.maxScore ?? []);
  const groups = standInGroups(assessment, rows).flatMap((group) => group.maxScore ?? []);
  const all = [...own, ...groups].map(({ value }) => exact(value));
  return { sum: sum(all), any: all.length > 0 };
}

const plainPoints = (assessment: Assessment) => pointsOf(assessment, leafRows(assessment));

function fills(assessment: Assessment, full: Exactly): boolean {
  const plain = plainPoints(assessment).sum;
  if (plain.eq(full)) return true;
  if (
    plain
      .minus(full)
      .abs()
      .lte(equalSplitSlack(assessment, leafRows(assessment)))
  )
    return true;
  const standIns = standInPoints(assessment);
  const pointsOfAddend = ({ max, row }: Addend) => max ?? (row && standIns.get(row)) ?? zero;
  return waysOfCounting
    .filter(({ counts }) => counts === 'both')
    .flatMap((way) => way.select(assessment))
    .some(({ addends }) => sum(addends.map(pointsOfAddend)).eq(full));
}

/** The first row of a group without row points carries the group's. */
function standInPoints(assessment: Assessment): ReadonlyMap<Indicator, Exactly> {
  const rows = leafRows(assessment);
  return new Map(
    standInGroups(assessment, rows).flatMap((group) => {
      const [first] = rowsOf(group, rows);
      return first && group.maxScore ? [[first, exact(group.maxScore.value)] as const] : [];
    }),
  );
}

/** Innermost groups with points none of whose rows has any. */
function standInGroups(assessment: Assessment, rows: readonly Indicator[]): readonly Group[] {
  const bare = assessment.groups.filter((group) => {
    const members = rowsOf(group, rows);
    return (
      group.maxScore !== undefined && members.length > 0 && members.every((row) => row.maxScore === undefined)
    );
  });
  const isInnermost = (group: Group) =>
    !bare.some((inner) => inner !== group && isWithin(inner.path, group.path));
  return distinctByPath(bare.filter(isInnermost));
}

/** A row whose own points were not read, in a form whose groups do not stand in for it. */
function hasUnreadPoints(assessment: Assessment): boolean {
  const rows = leafRows(assessment);
  const covered = new Set(standInGroups(assessment, rows).flatMap((group) => rowsOf(group, rows)));
  return rows.some((row) => row.maxScore === undefined && !covered.has(row));
}

/** Unscored rows of one group share what is left of its points, so only the first of them carries it. */
function ceilings(assessment: Assessment): ReadonlyMap<string, Exactly> {
  const rows = leafRows(assessment);
  return new Map(
    standInGroups(assessment, rows).flatMap((group) => {
      const members = rowsOf(group, rows);
      const awarded = sum(members.flatMap(({ selfScore }) => (selfScore ? [exact(selfScore.value)] : [])));
      const left = exact(group.maxScore?.value ?? '0').minus(awarded);
      return members
        .filter(({ selfScore }) => selfScore === undefined)
        .map(({ id }, index) => [id, index === 0 && left.gt(0) ? left : zero] as const);
    }),
  );
}

/**
 * Points that may belong to rows which were seen and not read: rows with neither points nor score, rows that the reader
 * reports as not read (each carries at most what the largest row carries), a funds block whose score was not read.
 */
function openPoints(assessment: Assessment, full: Exactly): Exactly {
  const counted = countedAddends(assessment);
  const known = sum(counted.map(({ max, score }) => max ?? score ?? zero));
  const lacking = full.minus(known);
  if (lacking.lte(0)) return zero;
  if (counted.some(({ max, score }) => max === undefined && score === undefined)) return lacking;
  const largest = counted.reduce((most, { max }) => (max?.gt(most) ? max : most), zero);
  const explained = largest.times(rowsNotRead(assessment)).plus(unreadExecution(assessment, lacking));
  return lacking.lte(explained) ? lacking : zero;
}

/** Customary points of the execution row: 10 in the national form, 20 in Hubei. */
const executionPoints = [exact(10), exact(20)];

function unreadExecution(assessment: Assessment, lacking: Exactly): Exactly {
  const isRead = assessment.indicators.some(({ kind }) => kind === 'execution');
  if (isRead || assessment.funds.length === 0) return zero;
  return executionPoints.find((points) => points.eq(lacking)) ?? zero;
}

function shortGroups(assessment: Assessment): PointsOutcome['shortGroups'] {
  const rows = leafRows(assessment);
  const short = distinctByPath(assessment.groups).flatMap((group) => {
    if (!group.maxScore || group.maxScore.unit === '%') return [];
    const lacking = exact(group.maxScore.value).minus(pointsOf(assessment, rowsOf(group, rows)).sum);
    return lacking.gt(0) ? [{ group, lacking }] : [];
  });
  return short.filter(({ group }) => !short.some((other) => isWithin(other.group.path, group.path)));
}

/** A group's cell may be printed again after a page break. */
function distinctByPath(groups: readonly Group[]): readonly Group[] {
  const byPath = new Map<string, Group>();
  for (const group of groups) {
    const key = group.path.join('\n');
    if (!byPath.get(key)?.maxScore) byPath.set(key, group);
  }
  return [...byPath.values()];
}

function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.length > outer.length && outer.every((name, level) => inner[level] === name);
}
