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
  cells.forEach((cell, index) => {
    drops.push((drops.at(-1) ?? 0) + dropCost(cell, index === cells.length - 1));
  });
  const between = (sums: readonly number[], from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0);
  const states: State[][][] = [];
  cells.forEach((traits, cell) => {
    states.push(
      columns.map(({ role, start }, column) => {
        const own = pricing.match(role, traits);
        if (own >= impossible) return [];
        const shift = traits.cell.column - start;
        const alone =
          own +
          between(blanks, 0, column) +
          between(drops, 0, cell) +
          0.02 * Math.min(Math.abs(shift), maxShift);
        const kept: State[] = [{ cost: alone, cell, column, shift, before: undefined }];
        for (let earlier = Math.max(0, cell - 1 - maxDropsInARow); earlier < cell; earlier += 1) {
          const ownAndLost = own + between(drops, earlier + 1, cell);
          for (let from = 0; from < column; from += 1) {
            const blank = between(blanks, from + 1, column);
            for (const before of states[earlier]?.[from] ?? []) {
              const moved = pricing.shift * Math.min(Math.abs(shift - before.shift), maxShift);
              keepCheapest(kept, before.cost + ownAndLost + blank + moved, { cell, column, shift, before });
            }
          }
        }
        return kept;
      }),
    );
  });
  const ends = states.flat(2).map((state) => ({
    state,
    cost:
      state.cost +
      between(drops, state.cell + 1, cells.length) +
      between(blanks, state.column + 1, columns.length),
  }));
  ends.sort((left, right) => left.cost - right.cost);
  const readings = ends
    .slice(0, 4 * keptReadings)
    .map(({ state, cost }) => follow(state, cost, cells, columns));
  return distinct(readings).slice(0, keptReadings);
}

/** Keeps a short list sorted by cost; a step that is too dear is not even built. */
function keepCheapest(kept: State[], cost: number, step: Omit<State, 'cost'>): void {
  const worst = kept[keptReadings - 1];
  if (worst !== undefined && worst.cost <= cost) return;
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.cost ?? 0) > cost) at -= 1;
  kept.splice(at, 0, { cost, ...step });
  if (kept.length > keptReadings) kept.pop();
}

function dropCost(cell: CellTraits, isLast: boolean): number {
  if (cell.score || cell.isMark) return dropNumberCost;
  return isLast ? dropLastTextCost : dropTextCost;
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

/** Readings that give the same cells the same roles count once. */
function distinct<Role extends string>(alignments: readonly Alignment<Role>[]): readonly Alignment<Role>[] {
  const seen = new Set<string>();
  return alignments.filter(({ fields }) => {
    const key = [...fields]
      .map(([role, traits]) => `${role}:${traits.cell.column}`)
      .sort()
      .join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
