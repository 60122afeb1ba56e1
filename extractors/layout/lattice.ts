import type { Component } from './components.ts';
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

/** An end shared by two or more lines beyond the outermost crossing line: an outer frame that was left open. */
function openEnd(
  ends: readonly number[],
  frame: number,
  side: { sign: 1 | -1; tolerance: number },
): readonly number[] {
  const beyond = ends.filter((end) => (end - frame) * side.sign > side.tolerance);
  const shared = beyond.filter(
    (end) => beyond.filter((other) => Math.abs(other - end) <= side.tolerance).length >= 2,
  );
  if (shared.length === 0) return [];
  return [side.sign > 0 ? Math.max(...shared) : Math.min(...shared)];
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

/** How much of `from`…`to` lines at `at` ink, as a share. */
function inked(
  lines: readonly Ruling[],
  span: { at: number; from: number; to: number; tolerance: number },
): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.at - span.at) > span.tolerance) continue;
    covered += Math.max(0, Math.min(line.to, span.to) - Math.max(line.from, span.from));
  }
  return covered >= inkedShare * (span.to - span.from);
}

/** The raster of a component; its outermost sides count as drawn even where the frame is open. */
export function buildLattice(component: Component, tolerance: number): Lattice {
  const xs = linesWithFrame(component.verticals, component.horizontals, tolerance);
  const ys = linesWithFrame(component.horizontals, component.verticals, tolerance);
  const edgeAt = (at: number): readonly boolean[] =>
    xs
      .slice(0, -1)
      .map((from, column) =>
        inked(component.horizontals, { at, from, to: xs[column + 1] ?? from, tolerance }),
      );
  const above = ys.map((at, row) =>
    xs.slice(0, -1).map((from, column) => {
      const to = xs[column + 1] ?? from;
      return row === 0 || row === ys.length - 1 || inked(component.horizontals, { at, from, to, tolerance });
    }),
  );
  const left = ys.slice(0, -1).map((from, row) =>
    xs.map((at, column) => {
      const to = ys[row + 1] ?? from;
      return (
        column === 0 || column === xs.length - 1 || inked(component.verticals, { at, from, to, tolerance })
      );
    }),
  );
  return { xs, ys, above, left, edge: { top: edgeAt(ys[0] ?? 0), bottom: edgeAt(ys.at(-1) ?? 0) } };
}
