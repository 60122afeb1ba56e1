import type { CellTraits } from './cell-traits.ts';

/** A column of a table: the 0-based columns `[start, end)` of its grid and what they hold. */
export type RoleColumn<Role extends string> = {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
};

/** One way to read a row: which cell holds what, and what it costs (0 is a perfect fit). */
export type Alignment<Role extends string> = {
  readonly fields: ReadonlyMap<Role, CellTraits>;
  /** Cells that got no role. */
  readonly dropped: readonly CellTraits[];
  readonly cost: number;
};

/** What readings cost. `match` of `impossible` and above is never taken. */
export type Pricing<Role extends string> = {
  readonly match: (role: Role, traits: CellTraits) => number;
  /** Of leaving a column empty. */
  readonly blank: (role: Role) => number;
  /** Of one column by which a cell stands further off its header than the cell before it. */
  readonly shift: number;
};

/** A reading that makes no sense at all. */
export const impossible = 100;

/** A cell that belongs to no column: a number strays sometimes (points are printed twice), a text hardly ever. */
const dropNumberCost = 2;
const dropRepeatedNumberCost = 1.2;
const dropTextCost = 2.5;
const dropLastTextCost = 0.8;
const maxShift = 3;
const keptReadings = 3;
const maxDropsInARow = 3;

type State = {
  readonly cost: number;
  readonly cell: number;
  readonly column: number;
  readonly shift: number;
  readonly before: State | undefined;
};

/**
 * The likeliest readings of a row, best first: order-preserving assignments of its cells to columns (a Needleman–Wunsch
 * alignment whose gap price depends on the column and whose match price on what the cell looks like). A whole row may
 * stand some columns off; what costs is a change of that offset inside the row.
 */
export function alignCells<Role extends string>(
  cells: readonly CellTraits[],
  columns: readonly RoleColumn<Role>[],
  pricing: Pricing<Role>,
): readonly Alignment<Role>[] {
  const blanks = [0];
  for (const { role } of columns) blanks.push((blanks.at(-1) ?? 0) + pricing.blank(role));
  const drops = [0];
  cells.forEach((_, index) => {
    drops.push((drops.at(-1) ?? 0) + dropCost(cells, index));
  });
  const states: State[][][] = [];
  /** The cost of the best state of each row of `states`. */
  const least: number[] = [];
  cells.forEach((traits, cell) => {
    const row = columns.map(({ role, start }, column) => {
      const own = pricing.match(role, traits);
      if (own >= impossible) return [];
      const shift = traits.cell.column - start;
      const alone = own + between(blanks, 0, column) + between(drops, 0, cell) + standingOff(shift);
      const kept: State[] = [{ cost: alone, cell, column, shift, before: undefined }];
      // The cell just before is the likeliest; behind it the others seldom cost little enough.
      for (let earlier = cell - 1; earlier >= Math.max(0, cell - 1 - maxDropsInARow); earlier -= 1) {
        const ownAndLost = own + between(drops, earlier + 1, cell);
        if ((least[earlier] ?? 0) + ownAndLost > dearestKept(kept)) continue;
        // Behind a dropped cell only the best reading goes on: a second guess on top of a loss never wins.
        const width = earlier === cell - 1 ? keptReadings : 1;
        for (let from = 0; from < column; from += 1) {
          const earlierStates = states[earlier]?.[from] ?? none;
          const blank = between(blanks, from + 1, column);
          for (let rank = 0; rank < width; rank += 1) {
            const before = earlierStates[rank];
            // They are sorted, and what is added is never negative.
            if (before === undefined || before.cost + ownAndLost + blank > dearestKept(kept)) break;
            const moved = pricing.shift * Math.min(Math.abs(shift - before.shift), maxShift);
            const cost = before.cost + ownAndLost + blank + moved;
            insertState(kept, { cost, cell, column, shift, before });
          }
        }
      }
      return kept;
    });
    states.push(row);
    least.push(Math.min(...row.map(([best]) => best?.cost ?? Number.POSITIVE_INFINITY)));
  });
  const ends: { readonly cost: number; readonly state: State }[] = [];
  for (const state of states.flat(2)) {
    const lost =
      between(drops, state.cell + 1, cells.length) + between(blanks, state.column + 1, columns.length);
    const cost = state.cost + lost;
    if (cost < dearestKept(ends)) insertByCost(ends, { cost, state });
  }
  return ends.map(({ state, cost }) => follow(state, cost, cells, columns));
}

const none: readonly never[] = [];

/** What lies between two places of running sums. */
function between(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** What it costs that a row begins off its header: rows are moved seldom, and then by any number of columns. */
const standingOff = (shift: number): number =>
  shift === 0 ? 0 : 0.45 + 0.02 * Math.min(Math.abs(shift), maxShift);

/** The cost from which on a step is not worth keeping. */
function dearestKept(kept: readonly { readonly cost: number }[]): number {
  return kept[keptReadings - 1]?.cost ?? Number.POSITIVE_INFINITY;
}

/** Keeps a short list of states sorted by cost; of equal ones that comes first which follows the earlier cell. */
function insertState(kept: State[], state: State): void {
  const { cost, before } = state;
  const cell = before?.cell ?? -1;
  let at = kept.length;
  for (; at > 0; at -= 1) {
    const other = kept[at - 1];
    if (other === undefined || other.cost < cost) break;
    if (other.cost === cost && (other.before?.cell ?? -1) <= cell) break;
  }
  if (at === keptReadings) return;
  kept.splice(at, 0, state);
  if (kept.length > keptReadings) kept.pop();
}

/** Keeps a short list sorted by cost. */
function insertByCost<Entry extends { readonly cost: number }>(kept: Entry[], entry: Entry): void {
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.cost ?? 0) > entry.cost) at -= 1;
  kept.splice(at, 0, entry);
  if (kept.length > keptReadings) kept.pop();
}

function dropCost(cells: readonly CellTraits[], index: number): number {
  const cell = cells[index];
  if (cell?.score) {
    const value = cell.score.value;
    return cells.slice(0, index).some(({ score }) => score?.value === value)
      ? dropRepeatedNumberCost
      : dropNumberCost;
  }
  if (cell?.isMark) return dropNumberCost;
  return index === cells.length - 1 ? dropLastTextCost : dropTextCost;
}

function follow<Role extends string>(
  end: State,
  cost: number,
  cells: readonly CellTraits[],
  columns: readonly RoleColumn<Role>[],
): Alignment<Role> {
  const fields = new Map<Role, CellTraits>();
  const used = new Set<number>();
  for (let state: State | undefined = end; state !== undefined; state = state.before) {
    const column = columns[state.column];
    const cell = cells[state.cell];
    if (column === undefined || cell === undefined) continue;
    fields.set(column.role, cell);
    used.add(state.cell);
  }
  return { fields, dropped: cells.filter((_, index) => !used.has(index)), cost };
}
