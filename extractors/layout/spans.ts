import { greatest, least } from './extremes.ts';
import type { Lattice } from './lattice.ts';

/** A rectangle of unit cells: 0-based, spans of at least 1. */
export type Span = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

export type Tiling = {
  /** Row-major; they tile the raster. */
  readonly spans: readonly Span[];
  /** Regions that were no rectangle, so that a broken line had to be completed. */
  readonly completed: number;
};

type Unit = readonly [row: number, column: number];

/** Unit cells without a drawn side between them. */
function regions(lattice: Lattice): readonly (readonly Unit[])[] {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  const seen = Array.from({ length: rows }, () => Array<boolean>(columns).fill(false));
  const found: Unit[][] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (!seen[row]?.[column]) found.push(flood(lattice, seen, [row, column]));
  return found;
}

function flood(lattice: Lattice, seen: boolean[][], start: Unit): Unit[] {
  const region: Unit[] = [];
  const waiting: Unit[] = [start];
  const mark = (row: number, column: number): void => {
    const line = seen[row];
    if (line?.[column] !== false) return;
    line[column] = true;
    waiting.push([row, column]);
  };
  const first = seen[start[0]];
  if (first) first[start[1]] = true;
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    const [row, column] = unit;
    region.push(unit);
    if (!lattice.above[row]?.[column]) mark(row - 1, column);
    if (!lattice.above[row + 1]?.[column]) mark(row + 1, column);
    if (!lattice.left[row]?.[column]) mark(row, column - 1);
    if (!lattice.left[row]?.[column + 1]) mark(row, column + 1);
  }
  return region;
}

function boundsOf(units: readonly Unit[]): Span {
  const rows = units.map((unit) => unit[0]);
  const columns = units.map((unit) => unit[1]);
  const row = least(rows);
  const column = least(columns);
  return { row, column, rowSpan: greatest(rows) - row + 1, columnSpan: greatest(columns) - column + 1 };
}

/** Cuts a region into rectangles by lengthening its inner sides along rows. */
function cutAlongRows(units: readonly Unit[]): readonly Span[] {
  const byRow = Map.groupBy(units, (unit) => unit[0]);
  const open = new Map<string, Span>();
  const done: Span[] = [];
  for (const row of [...byRow.keys()].toSorted((a, b) => a - b)) {
    const runs = runsOf((byRow.get(row) ?? []).map((unit) => unit[1]));
    const keys = new Set(runs.map(([column, length]) => `${column}:${length}`));
    for (const [key, span] of open) {
      if (keys.has(key) && span.row + span.rowSpan === row) continue;
      done.push(span);
      open.delete(key);
    }
    for (const [column, columnSpan] of runs) {
      const key = `${column}:${columnSpan}`;
      const span = open.get(key);
      open.set(key, span ? { ...span, rowSpan: span.rowSpan + 1 } : { row, column, rowSpan: 1, columnSpan });
    }
  }
  return [...done, ...open.values()];
}

function runsOf(columns: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of columns.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}

const turned = (span: Span): Span => ({
  row: span.column,
  column: span.row,
  rowSpan: span.columnSpan,
  columnSpan: span.rowSpan,
});

/** Points of line that cutting a region into these rectangles adds (each inner side is counted from both rectangles). */
function perimeter(spans: readonly Span[], { xs, ys }: Lattice): number {
  return spans.reduce((sum, { row, column, rowSpan, columnSpan }) => {
    const across = (xs[column + columnSpan] ?? 0) - (xs[column] ?? 0);
    const down = (ys[row + rowSpan] ?? 0) - (ys[row] ?? 0);
    return sum + across + down;
  }, 0);
}

/**
 * The cells of a raster: maximal rectangles of unit cells without a drawn side inside. A region of another shape means a
 * broken line: it is cut where that takes the fewest rectangles, then the least added line.
 */
export function findSpans(lattice: Lattice): Tiling {
  let completed = 0;
  const spans = regions(lattice).flatMap((units) => {
    const bounds = boundsOf(units);
    if (bounds.rowSpan * bounds.columnSpan === units.length) return [bounds];
    completed += 1;
    const rowWise = cutAlongRows(units);
    const columnWise = cutAlongRows(units.map(([row, column]) => [column, row] as const)).map(turned);
    const fewer = rowWise.length - columnWise.length;
    const shorter = perimeter(rowWise, lattice) - perimeter(columnWise, lattice);
    return (fewer || shorter) <= 0 ? rowWise : columnWise;
  });
  return { spans: spans.toSorted((a, b) => a.row - b.row || a.column - b.column), completed };
}
