import type { Group } from '../model/assessment.ts';
import { matchKey } from '../text/fold.ts';
import { isSubtotalName } from '../text/subtotal-name.ts';
import type { GroupMention } from './draft-row.ts';
import { sumUnits, toUnits } from './exact-sum.ts';
import { type IndicatorRow, nameOf } from './indicator-row.ts';
import type { Hierarchy, PlacedRow } from './settle-groups.ts';

/** A row that adds up others, those above it or those below it, and how many rows of the form stand above it. */
type Subtotal = {
  readonly row: IndicatorRow;
  readonly name: string;
  readonly adds: 'above' | 'below';
  readonly above: number;
};

/** The rows of a form without those that add up others. */
export type SeparatedRows = {
  readonly rows: readonly IndicatorRow[];
  readonly subtotals: readonly Subtotal[];
};

/**
 * Takes rows out that add up others, so that no sum counts them twice: 小计 rows, and rows that name a level (产出指标 | | | 50 | 48)
 * above the rows that it adds up.
 */
export function separateSubtotals(all: readonly IndicatorRow[]): SeparatedRows {
  const rows: IndicatorRow[] = [];
  const subtotals: Subtotal[] = [];
  let opened: GroupMention[] = [];
  all.forEach((row, index) => {
    const name = subtotalName(row);
    if (name !== undefined) subtotals.push({ row, name, adds: 'above', above: rows.length });
    else if (row.asLevel && row.name && addsUpBelow(row, row.asLevel.level, all.slice(index + 1))) {
      subtotals.push({ row, name: row.name, adds: 'below', above: rows.length });
      opened.push(...row.groups, row.asLevel);
    } else {
      rows.push(opened.length === 0 ? row : { ...row, groups: [...opened, ...row.groups] });
      opened = [];
    }
  });
  return { rows, subtotals };
}

function subtotalName(row: IndicatorRow): string | undefined {
  const names = [row.name, ...row.groups.map(({ name }) => name && nameOf(name.cell.text))];
  return names.find((name) => name !== undefined && isSubtotalName(name));
}

/** Do the rows of a level, up to the next row of its level or of one further out, add up to the row that names it? */
function addsUpBelow(head: IndicatorRow, level: number, after: readonly IndicatorRow[]): boolean {
  const end = after.findIndex(
    ({ asLevel, groups }) =>
      (asLevel !== undefined && asLevel.level <= level) || groups.some((group) => group.level <= level),
  );
  const below = (end < 0 ? after : after.slice(0, end)).filter((row) => subtotalName(row) === undefined);
  const leaves = below.filter(
    (row, index) => row.asLevel === undefined || !addsUpBelow(row, row.asLevel.level, below.slice(index + 1)),
  );
  return leaves.length > 0 && addsUp(head, leaves);
}

/**
 * Gives each level the score that its 小计 row prints: the innermost level around the row above whose points, or else scores, add
 * up to it. A row that fits no level stays a row.
 */
export function attachSubtotals(hierarchy: Hierarchy, subtotals: readonly Subtotal[]): Hierarchy {
  const groups = new Map(hierarchy.groups.map((group) => [keyOf(group.path), group]));
  const taken = new Set<string>();
  const left: Subtotal[] = [];
  for (const subtotal of subtotals) {
    const levels = levelsAbove(hierarchy, subtotal, groups);
    const fitting = (['points', 'selfScore'] as const).flatMap((figure) =>
      levels.filter(({ path }) => isSumOf(figure, subtotal.row, rowsUnder(path, hierarchy.rows))),
    );
    const group = fitting.find(({ path }) => !taken.has(keyOf(path))) ?? fitting[0];
    if (group === undefined) {
      left.push(subtotal);
      continue;
    }
    const { points, selfScore } = subtotal.row;
    taken.add(keyOf(group.path));
    groups.set(keyOf(group.path), {
      ...group,
      ...(points && group.maxScore === undefined ? { maxScore: points } : {}),
      ...(selfScore ? { selfScore } : {}),
    });
  }
  return { rows: putBack(hierarchy.rows, left), groups: [...groups.values()] };
}

const keyOf = (path: readonly string[]): string => path.join('\u0000');

/** The levels that a subtotal may be of, innermost first; one that it names comes before all others. */
function levelsAbove(
  { rows }: Hierarchy,
  { name, adds, above }: Subtotal,
  groups: ReadonlyMap<string, Group>,
): readonly Group[] {
  const path = rows[adds === 'above' ? above - 1 : above]?.above ?? [];
  const levels = path
    .map((_, depth) => groups.get(keyOf(path.slice(0, depth + 1))))
    .filter((group) => group !== undefined)
    .reverse();
  const named = levels.filter((group) => matchKey(name).includes(bareName(group)));
  return [...named, ...levels.filter((group) => !named.includes(group))];
}

/** 产出指标（50分） is called 产出指标小计. */
function bareName({ path }: Group): string {
  return matchKey((path.at(-1) ?? '').replace(/[（(][^（(）)]*[）)]/gu, ''));
}

function rowsUnder(path: readonly string[], rows: readonly PlacedRow[]): readonly IndicatorRow[] {
  return rows
    .filter(({ above }) => path.every((level, depth) => above[depth] === level))
    .map(({ row }) => row);
}

/** By its points, or else by its score: one of the two may be what the publisher got wrong. */
function addsUp(row: IndicatorRow, rows: readonly IndicatorRow[]): boolean {
  return isSumOf('points', row, rows) || isSumOf('selfScore', row, rows);
}

function isSumOf(figure: 'points' | 'selfScore', row: IndicatorRow, rows: readonly IndicatorRow[]): boolean {
  const printed = row[figure];
  return (
    printed !== undefined && toUnits(printed.value) === sumUnits(rows.map((each) => each[figure]?.value))
  );
}

function putBack(rows: readonly PlacedRow[], left: readonly Subtotal[]): readonly PlacedRow[] {
  const all = [...rows];
  for (const { row, name, above } of [...left].reverse()) {
    all.splice(above, 0, {
      row: { ...row, name: row.name ?? name },
      above: rows[above - 1]?.above ?? [],
      repairs: [],
    });
  }
  return all;
}
