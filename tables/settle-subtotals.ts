import type { Group } from '../model/assessment.ts';
import type { Note } from '../model/note.ts';
import { note, type Reading } from '../model/outcome-channels.ts';
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
  let within = { level: 0, end: 0 };
  all.forEach((row, index) => {
    const name = subtotalName(row);
    const count =
      name === undefined && row.asLevel && row.name
        ? rowsAddedUp(row, row.asLevel.level, all.slice(index + 1))
        : 0;
    if (name !== undefined) subtotals.push({ row, name, adds: 'above', above: rows.length });
    else if (row.asLevel && row.name && count > 0) {
      subtotals.push({ row, name: row.name, adds: 'below', above: rows.length });
      opened.push(...row.groups, row.asLevel);
      within = { level: row.asLevel.level, end: index + count };
    } else {
      const own = index <= within.end ? row.groups.map((group) => below(group, within.level)) : row.groups;
      rows.push({ ...row, groups: [...opened, ...own] });
      opened = [];
    }
  });
  return { rows, subtotals };
}

/** A level that begins inside another one is an inner level, wherever its name stands. */
const below = (group: GroupMention, level: number): GroupMention =>
  group.level > 0 && group.level <= level ? { ...group, level: level + 1 } : group;

function subtotalName(row: IndicatorRow): string | undefined {
  const names = [row.name, ...row.groups.map(({ name }) => name && nameOf(name.cell.text))];
  return names.find((name) => name !== undefined && isSubtotalName(name));
}

/**
 * How many of the rows below belong to the level that a row names: all up to the next one of its level, where they add up to it; else as
 * many as add up to both of its figures. 0 where none do.
 */
function rowsAddedUp(head: IndicatorRow, level: number, after: readonly IndicatorRow[]): number {
  const isNext = ({ asLevel, groups }: IndicatorRow): boolean =>
    (asLevel !== undefined && asLevel.level <= level) || groups.some((group) => group.level <= level);
  const end = after.findIndex(isNext);
  const all = end < 0 ? after.length : end;
  if (addsUp(head, leavesOf(after.slice(0, all)))) return all;
  const bothFit = (count: number): boolean => {
    const leaves = leavesOf(after.slice(0, count));
    return isSumOf('points', head, leaves) && isSumOf('selfScore', head, leaves);
  };
  return after.findIndex((_, index) => bothFit(index + 1)) + 1;
}

/** Rows that add up no others. */
function leavesOf(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const own = rows.filter((row) => subtotalName(row) === undefined);
  return own.filter(
    (row, index) => !row.asLevel || rowsAddedUp(row, row.asLevel.level, own.slice(index + 1)) === 0,
  );
}

/**
 * Gives each level the score that its 小计 row prints: the innermost level around the row above whose points, or else scores, add
 * up to it. What adds up to no level is noted: which rows it speaks of is not known.
 */
export function attachSubtotals(hierarchy: Hierarchy, subtotals: readonly Subtotal[]): Reading<Hierarchy> {
  const groups = new Map(hierarchy.groups.map((group) => [keyOf(group.path), group]));
  const taken = new Set<string>();
  const notes: Note[] = [];
  for (const subtotal of subtotals) {
    const levels = levelsAbove(hierarchy, subtotal, groups);
    const fitting = (['points', 'selfScore'] as const).flatMap((figure) =>
      levels.filter(({ path }) => isSumOf(figure, subtotal.row, rowsUnder(path, hierarchy.rows))),
    );
    const group = fitting.find(({ path }) => !taken.has(keyOf(path))) ?? fitting[0];
    if (group === undefined) {
      notes.push(notPlaced(subtotal));
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
  return { value: { rows: hierarchy.rows, groups: [...groups.values()] }, notes };
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

function notPlaced({ row, name }: Subtotal): Note {
  const shown = [name, row.points?.raw, row.selfScore?.raw].filter((part) => part !== undefined).join(' | ');
  return note(
    'table/subtotal-not-placed',
    {
      zh: `这一行小计与任何一级指标的各行合计都不一致，未作核对：${shown}`,
      en: `this subtotal adds up to the rows of no level and was not compared: ${shown}`,
    },
    row.place,
  );
}
