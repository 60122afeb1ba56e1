import type { Assessment, Group, Indicator } from '../../model/assessment.ts';
import { customaryFullMark, exact, sum } from '../exact.ts';
import { once } from '../once.ts';
import { rowsOf, subtotalRows } from '../row-kinds.ts';
import { type Addend, addendOfGroup, addendOfRow } from './selection.ts';

/**
 * Rows that enter a sum. A row with neither points nor score is there for information where the others already carry all
 * points, and so is one with zero points and no score; elsewhere such a row is one whose figures could not be read.
 */
export const countableRows = once((assessment: Assessment): readonly Indicator[] => {
  const { indicators, total } = assessment;
  const full = total?.max ? exact(total.max.value) : customaryFullMark;
  const known = sum(indicators.map((row) => exact((row.maxScore ?? row.selfScore)?.value ?? '0')));
  return indicators.filter((row) => {
    if (row.selfScore !== undefined) return true;
    return row.maxScore === undefined ? known.lt(full) : !exact(row.maxScore.value).isZero();
  });
});

/** Countable rows that are no sum of other rows. */
export const leafRows = once((assessment: Assessment): readonly Indicator[] => {
  const rows = countableRows(assessment);
  const subtotals = subtotalRows(rows);
  return rows.filter((row) => !subtotals.has(row));
});

/** Outermost groups that carry the score of their rows, none of which has one of its own. */
export const scoringGroups = once((assessment: Assessment): readonly Group[] => {
  const rows = leafRows(assessment);
  const scoring = assessment.groups.filter((group) => {
    const members = rowsOf(group, rows);
    return (
      group.selfScore !== undefined &&
      members.length > 0 &&
      members.every((row) => row.selfScore === undefined)
    );
  });
  return scoring.filter((group) => !scoring.some((outer) => outer !== group && contains(outer, group)));
});

/**
 * Rows without a score of their own because a score cell spans them: they follow, in one group, a row whose score exceeds
 * its own points and fits the points of all of them together.
 */
export const spannedRows = once((assessment: Assessment): ReadonlySet<string> => {
  const spanned = new Set<string>();
  const rows = leafRows(assessment);
  for (const [index, head] of rows.entries()) {
    if (!head.selfScore || !head.maxScore) continue;
    const followers = unscoredFollowers(rows, index);
    const score = exact(head.selfScore.value);
    const own = exact(head.maxScore.value);
    const all = sum([head, ...followers].map((row) => exact(row.maxScore?.value ?? '0')));
    if (score.gt(own) && score.lte(all)) for (const row of followers) spanned.add(row.id);
  }
  return spanned;
});

/** Ids of rows that share a score cell: the spanned ones and the row that carries their score. */
export function spanHeads(assessment: Assessment): ReadonlySet<string> {
  const spanned = spannedRows(assessment);
  const rows = leafRows(assessment);
  return new Set(
    rows.flatMap((row, index) => {
      const next = rows[index + 1];
      return row.selfScore && next && spanned.has(next.id) ? [row.id] : [];
    }),
  );
}

/** What the plain sum of this form is made of: leaf rows, or group scores where the rows under them have none. */
export const countedAddends = once((assessment: Assessment): readonly Addend[] => {
  const rows = leafRows(assessment);
  const groups = scoringGroups(assessment);
  const spanned = spannedRows(assessment);
  const covered = new Set(groups.flatMap((group) => rowsOf(group, rows)));
  return [
    ...rows.filter((row) => !covered.has(row) && !spanned.has(row.id)).map(addendOfRow),
    ...groups.map((group) => addendOfGroup(group, rowsOf(group, rows))),
  ];
});

function unscoredFollowers(rows: readonly Indicator[], index: number): readonly Indicator[] {
  const head = rows[index];
  const parent = head?.path.slice(0, -1).join('\n');
  if (!head || head.path.length < 2) return [];
  const after = rows.slice(index + 1);
  const end = after.findIndex(
    (row) => row.selfScore !== undefined || row.path.slice(0, -1).join('\n') !== parent,
  );
  return end < 0 ? after : after.slice(0, end);
}

function contains(outer: Group, inner: Group): boolean {
  const samePath = outer.path.every((name, level) => inner.path[level] === name);
  return samePath && outer.path.length < inner.path.length;
}
