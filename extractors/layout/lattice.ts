import type { Component } from './components.ts';
import { greatest, least } from './extremes.ts';
import type { Ruling } from './rulings.ts';

/**
 * A table's lines as a raster: `xs` and `ys` are the ascending positions of all its lines (points); unit cell (row,
 * column) lies between `ys[row]`, `ys[row + 1]`, `xs[column]` and `xs[column + 1]`. `above[row][column]` tells whether
 * ink lies along the unit cell's upper side, `left[row][column]` along its left one; both go one further than the cells.
 */
export type Lattice = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly above: readonly (readonly boolean[])[];
  readonly left: readonly (readonly boolean[])[];
  /** By column: is there ink along the table's upper and lower edge? The outermost sides count as drawn in `above`. */
  readonly edge: { readonly top: readonly boolean[]; readonly bottom: readonly boolean[] };
};

/** A side counts as drawn when this share of it is inked: more than half, less than a line that a curl of the pen misses. */
const inkedShare = 0.65;

function positions(values: readonly number[], tolerance: number): number[] {
  const found: number[] = [];
  let cluster: number[] = [];
  const flush = (): void => {
    if (cluster.length > 0) found.push(cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
    cluster = [];
  };
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (cluster[0] ?? value) > tolerance) flush();
    cluster.push(value);
  }
  flush();
  return found;
}

/** A single line must stand out by this many tolerances (a text height) to be the side of a row or column left open. */
const standsOut = 2.5;

/**
 * Where crossing lines end beyond the outermost line, an outer frame was left open: at an end that two or more share, or
 * that one line reaches far enough for text to stand beside it.
 */
function openEnd(
  ends: readonly number[],
  frame: number,
  side: { readonly sign: 1 | -1; readonly tolerance: number },
): readonly number[] {
  const beyond = ends.filter((end) => (end - frame) * side.sign > side.tolerance);
  const isEdge = (end: number): boolean =>
    (end - frame) * side.sign > standsOut * side.tolerance ||
    beyond.filter((other) => Math.abs(other - end) <= side.tolerance).length >= 2;
  const edges = beyond.filter(isEdge);
  if (edges.length === 0) return [];
  return [side.sign > 0 ? greatest(edges) : least(edges)];
}

function linesWithFrame(lines: readonly Ruling[], crossing: readonly Ruling[], tolerance: number): number[] {
  const own = positions(
    lines.map((line) => line.at),
    tolerance,
  );
  const first = own[0] ?? Number.POSITIVE_INFINITY;
  const last = own.at(-1) ?? Number.NEGATIVE_INFINITY;
  const low = openEnd(
    crossing.map((line) => line.from),
    first,
    { sign: -1, tolerance },
  );
  const high = openEnd(
    crossing.map((line) => line.to),
    last,
    { sign: 1, tolerance },
  );
  return [...low, ...own, ...high];
}

/** For each interval of `stops`: do the lines at `at` ink most of it? */
function inkAlong(
  lines: readonly Ruling[],
  at: number,
  raster: { stops: readonly number[]; tolerance: number },
): boolean[] {
  const { stops, tolerance } = raster;
  const near = lines.filter((line) => Math.abs(line.at - at) <= tolerance);
  return stops.slice(0, -1).map((from, index) => {
    const to = stops[index + 1] ?? from;
    const covered = near.reduce(
      (sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)),
      0,
    );
    return covered >= inkedShare * (to - from);
  });
}

/** Unit cells beyond which lines are a drawing: no page holds so many cells of text. */
const mostUnitCells = 100_000;

/** The raster of a component; its outermost sides count as drawn even where the frame is open. Undefined for a drawing. */
export function buildLattice(component: Component, tolerance: number): Lattice | undefined {
  const xs = linesWithFrame(component.verticals, component.horizontals, tolerance);
  const ys = linesWithFrame(component.horizontals, component.verticals, tolerance);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostUnitCells) return undefined;
  const rows = ys.map((at) => inkAlong(component.horizontals, at, { stops: xs, tolerance }));
  const columns = xs.map((at) => inkAlong(component.verticals, at, { stops: ys, tolerance }));
  const above = rows.map((ink, row) => (row === 0 || row === rows.length - 1 ? ink.map(() => true) : ink));
  const left = ys
    .slice(0, -1)
    .map((_, row) =>
      columns.map((ink, column) => column === 0 || column === columns.length - 1 || ink[row] === true),
    );
  return { xs, ys, above, left, edge: { top: rows[0] ?? [], bottom: rows.at(-1) ?? [] } };
}
