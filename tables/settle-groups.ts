import type { Group, Repair } from '../model/assessment.ts';
import type { Profile } from '../model/profile.ts';
import { matchKey } from '../text/fold.ts';
import { repair } from './draft-row.ts';
import { toUnits } from './exact-sum.ts';
import { type IndicatorRow, nameOf } from './indicator-row.ts';
import { mentionPoints } from './mention-points.ts';
import { tileGroups } from './tile-groups.ts';

/** A row with the names of the levels above it, outermost first. */
export type PlacedRow = {
  readonly row: IndicatorRow;
  readonly above: readonly string[];
  readonly repairs: readonly Repair[];
};

export type Hierarchy = { readonly rows: readonly PlacedRow[]; readonly groups: readonly Group[] };

/** Puts every row under its levels: by the rubric where it matched, else by what is printed above and beside it. */
export function settleGroups(rows: readonly IndicatorRow[], profile: Profile | undefined): Hierarchy {
  const placed = profile ? placeByRubric(rows, profile) : placeBySums(rows, placeByOrder(rows));
  return { rows: placed, groups: collectGroups(placed) };
}

function placeByRubric(rows: readonly IndicatorRow[], profile: Profile): readonly PlacedRow[] {
  let last: readonly string[] = [];
  return rows.map((row) => {
    const known = row.rubricRow === undefined ? undefined : profile.rubric[row.rubricRow];
    if (known) last = known.path.slice(0, -1);
    const printed = new Set(row.groups.flatMap(({ name }) => (name ? [matchKey(name.cell.text)] : [])));
    const missing = row.arrangement === 'drawn' ? last.filter((name) => !printed.has(matchKey(name))) : [];
    return {
      row,
      above: last,
      repairs: missing.length === 0 || row.arrangement === 'drawn' ? [] : [pathRepair(last)],
    };
  });
}

function pathRepair(path: readonly string[]): Repair {
  return repair(
    'path',
    { to: path.join(' / ') },
    {
      zh: '上级指标名称未印在本行上方，按表样归属',
      en: 'its levels are not printed above this row; they are those of the form',
    },
  );
}

/** A printed level holds for all rows below it until the next one of its level or of one further out. */
function placeByOrder(rows: readonly IndicatorRow[]): readonly PlacedRow[] {
  const current: string[] = [];
  return rows.map((row) => {
    for (const { level, name } of row.groups) {
      if (name === undefined) continue;
      current.length = Math.min(current.length, level);
      while (current.length < level) current.push('');
      current[level] = nameOf(name.cell.text);
    }
    return { row, above: current.filter((name) => name !== ''), repairs: [] };
  });
}

/** In moved tables the order of the levels may mislead; where their points tile the rows, the sums decide. */
function placeBySums(rows: readonly IndicatorRow[], ordered: readonly PlacedRow[]): readonly PlacedRow[] {
  if (
    !rows.some(({ arrangement }) => arrangement === 'ragged') ||
    readLevels(ordered).every(({ fits }) => fits)
  )
    return ordered;
  const tiled = tileGroups(rows);
  if (tiled === undefined) return ordered;
  return ordered.map(({ row, above }, index) => {
    const path = (tiled[index] ?? []).filter((name) => name !== '');
    if (path.join() === above.join()) return { row, above, repairs: [] };
    const because = {
      zh: '上级指标单元格移位，按各级分值合计归属',
      en: 'cells of the levels have moved; the row is placed where the points of the levels add up',
    };
    return {
      row,
      above: path,
      repairs: [repair('path', { from: above.join(' / '), to: path.join(' / ') }, because)],
    };
  });
}

type Level = {
  readonly path: readonly [string, ...string[]];
  readonly first: IndicatorRow;
  /** Points of its rows; absent where none of them prints any. */
  readonly sum?: bigint;
};

/** Every level, with its points where they are printed and not contradicted by a move of cells. */
function collectGroups(placed: readonly PlacedRow[]): readonly Group[] {
  const read = readLevels(placed);
  // Where the cells of a level have moved, several of that level miss their sums at once: what moved is ours to find, not
  // the publisher's to answer for.
  const ragged = placed.some(({ row }) => row.arrangement === 'ragged');
  const misfits = Map.groupBy(
    read.filter(({ fits }) => !fits),
    ({ group }) => group.path.length,
  );
  const moved =
    ragged && [...misfits.values()].some((ofLevel) => ofLevel.length > 1 || ofLevel.some(holdsMore));
  return read.map(({ group, fits }) => {
    const { maxScore, ...bare } = group;
    return maxScore && (fits || !moved) ? group : bare;
  });
}

/** More points under a level than it prints: the next level's name may have been lost. */
const holdsMore = ({ group, sum }: ReadLevel): boolean =>
  sum !== undefined && group.maxScore !== undefined && sum > toUnits(group.maxScore.value);

type ReadLevel = {
  readonly sum: bigint | undefined;
  readonly group: Group /** Its printed points, if any, are those of its rows. */;
  readonly fits: boolean;
};

function readLevels(placed: readonly PlacedRow[]): readonly ReadLevel[] {
  const mentions = Map.groupBy(
    placed.flatMap(({ row }) => row.groups.filter(({ name }) => name !== undefined)),
    ({ name }) => matchKey(name?.cell.text ?? ''),
  );
  return levelsOf(placed).map(({ path, first, sum }) => {
    const printed = mentions.get(matchKey(path.at(-1) ?? '')) ?? [];
    const points = printed.flatMap((mention) => mentionPoints(mention) ?? []);
    const fitting = points.find(({ value }) => toUnits(value) === sum);
    const maxScore = fitting ?? points[0];
    const place = printed[0]?.name?.cell.place ?? first.place;
    return {
      group: { path, place, ...(maxScore ? { maxScore } : {}) },
      sum,
      fits: fitting !== undefined || points.length === 0 || sum === undefined,
    };
  });
}

/** The levels in printed order, each with the sum of the points under it. */
function levelsOf(placed: readonly PlacedRow[]): readonly Level[] {
  const levels = new Map<string, Level>();
  for (const { row, above } of placed) {
    above.forEach((_, depth) => {
      const [outermost = '', ...inner] = above.slice(0, depth + 1);
      const key = [outermost, ...inner].join('\u0000');
      const known: Level = levels.get(key) ?? { path: [outermost, ...inner], first: row };
      const sum = row.points ? (known.sum ?? 0n) + toUnits(row.points.value) : known.sum;
      levels.set(key, { path: known.path, first: known.first, ...(sum === undefined ? {} : { sum }) });
    });
  }
  return [...levels.values()];
}
