import type { Group } from '../model/assessment.ts';
import type { Note } from '../model/note.ts';
import { note, type Reading } from '../model/outcome-channels.ts';
import { bareKey, matchKey } from '../text/fold.ts';
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
        ? rowsHeaded(row, row.asLevel.level, all.slice(index + 1))
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

/** How many rows stand under one that adds them up, or that names their level and has nothing but figures. */
function rowsHeaded(row: IndicatorRow, level: number, after: readonly IndicatorRow[]): number {
  const added = rowsAddedUp(row, level, after);
  if (added > 0 || !holdsFiguresAlone(row) || row.arrangement === 'ragged') return added;
  const ofLevel = rowsOfLevel(level, after);
  return ofLevel.some(({ name }) => name) ? ofLevel.length : 0;
}

function holdsFiguresAlone({ points, selfScore, ...texts }: IndicatorRow): boolean {
  const { definition, standard, target, actual, evidence, reason } = texts;
  const others = [definition, standard, target, actual, evidence, reason];
  return points !== undefined && selfScore !== undefined && others.every((text) => text === undefined);
}

/**
 * How many of the rows below belong to the level that a row names: all up to the next one of its level, where they add up to it; else as
 * many as add up to both of its figures. 0 where none do.
 */
function rowsAddedUp(head: IndicatorRow, level: number, after: readonly IndicatorRow[]): number {
  const all = rowsOfLevel(level, after).length;
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

/** The rows up to the next one of this level or of one further out. */
function rowsOfLevel(level: number, after: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const end = after.findIndex(
    ({ asLevel, groups }) =>
      (asLevel !== undefined && asLevel.level <= level) || groups.some((group) => group.level <= level),
  );
  return end < 0 ? after : after.slice(0, end);
}

/**
 * Gives each level the score that its subtotal prints: the innermost level around the row above whose points, or else scores, add up
 * to it. One that fits no level is that of the level which it names, or which stands as far out as those of the other subtotals; what
 * remains is noted: which rows it speaks of is not known.
 */
export function attachSubtotals(hierarchy: Hierarchy, subtotals: readonly Subtotal[]): Reading<Hierarchy> {
  const groups = new Map(hierarchy.groups.map((group) => [keyOf(group.path), group]));
  const levelOf = findLevels(hierarchy, subtotals, groups);
  for (const [{ row }, path] of levelOf) {
    const group = groups.get(keyOf(path));
    if (group === undefined) continue;
    groups.set(keyOf(path), {
      ...group,
      ...(row.points && group.maxScore === undefined ? { maxScore: row.points } : {}),
      ...(row.selfScore ? { selfScore: row.selfScore } : {}),
    });
  }
  const left = subtotals.filter((subtotal) => !levelOf.has(subtotal));
  return { value: { rows: hierarchy.rows, groups: [...groups.values()] }, notes: left.map(notPlaced) };
}

/** The path of the level that each subtotal is of; one whose level cannot be told has none. */
function findLevels(
  hierarchy: Hierarchy,
  subtotals: readonly Subtotal[],
  groups: ReadonlyMap<string, Group>,
): ReadonlyMap<Subtotal, Group['path']> {
  const found = new Map<Subtotal, Group['path']>();
  const isTaken = ({ path }: Group) => [...found.values()].some((other) => keyOf(other) === keyOf(path));
  const candidates = subtotals.map((subtotal) => {
    const levels = levelsAbove(hierarchy, subtotal, groups);
    const fitting = (['points', 'selfScore'] as const).flatMap((figure) =>
      levels.filter(({ path }) => isSumOf(figure, subtotal.row, rowsUnder(path, hierarchy.rows))),
    );
    return { subtotal, levels, fitting };
  });
  const usual = commonestDepth(candidates.map(({ fitting }) => fitting));
  const isUsual = ({ path }: Group) => path.length === usual;
  for (const { subtotal, fitting } of candidates) {
    const free = fitting.filter((level) => !isTaken(level));
    const group = free.find(isUsual) ?? free[0] ?? fitting[0];
    if (group) found.set(subtotal, group.path);
  }
  for (const { subtotal, levels, fitting } of candidates) {
    if (fitting.length > 0) continue;
    const named = levels.filter((group) => isNamedBy(subtotal, group));
    const group = [named, levels.filter(isUsual), levels].find(({ length }) => length === 1)?.[0];
    if (group && !isTaken(group)) found.set(subtotal, group.path);
  }
  return found;
}

/** How far in most of the levels stand that subtotals fit; of equals the outermost. */
function commonestDepth(fitting: readonly (readonly Group[])[]): number | undefined {
  const times = new Map<number, number>();
  for (const levels of fitting)
    for (const depth of new Set(levels.map(({ path }) => path.length)))
      times.set(depth, (times.get(depth) ?? 0) + 1);
  return [...times].sort(([out, one], [inside, other]) => other - one || out - inside)[0]?.[0];
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
  const named = levels.filter((group) => isNamedBy({ name }, group));
  return [...named, ...levels.filter((group) => !named.includes(group))];
}

/** 产出指标（50分） is called 产出指标小计. */
const isNamedBy = ({ name }: Pick<Subtotal, 'name'>, group: Group): boolean =>
  matchKey(name).includes(bareKey(group.path.at(-1) ?? ''));

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
