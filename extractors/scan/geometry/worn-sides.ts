import type { Mask } from '../pixels/page-pixels.ts';
import type { PlainRule, Run } from './rule.ts';
import { distances, inkBeside } from './strokes.ts';

/** Pixels to either side of a line's place in which its ink may lie: lines drift a little. */
const drift = 2;

/** Inches; strokes of usual text are shorter than the pieces that are left of a line. */
const shortestPiece = 0.13;

/** Share of a side that must be such pieces, and that may have ink beside it. */
const leastInk = 0.4;

/** Inches; a shorter side must have more ink, for a stroke of text may be half of it. */
const shortSide = { length: 0.4, leastInk: 0.7 };

const mostBeside = 0.08;

/** Pixels from a crossing line that belong to it. */
const crossingReach = 3;

type Stretch = { readonly from: number; readonly to: number };

/** The stretches of a place between neighbouring lines that cross it. */
function stretchesAt(at: number, crossing: readonly PlainRule[]): readonly Stretch[] {
  const stops = crossing
    .filter((other) => at >= other.from - crossingReach && at <= other.to + crossingReach)
    .map((other) => other.at)
    .toSorted((a, b) => a - b);
  return stops.slice(1).map((to, index) => ({ from: stops[index] ?? to, to }));
}

/** The ink along a stretch as runs in one row of pixels each; broken where the paper is blank. */
function runsAlong({ width, height, values }: Mask, at: number, { from, to }: Stretch): readonly Run[] {
  const runs: Run[] = [];
  const middle = Math.round(at - 0.5);
  for (let row = Math.max(0, middle - drift); row <= Math.min(height - 1, middle + drift); row += 1) {
    let start = -1;
    for (let x = Math.round(from); x <= Math.round(to); x += 1) {
      const inked = x < Math.round(to) && values[row * width + x] === 1;
      if (inked && start < 0) start = x;
      if (!inked && start >= 0) {
        runs.push({ row, from: start, to: x });
        start = -1;
      }
    }
  }
  return runs;
}

function covered(runs: readonly Run[], { from, to }: Stretch, shortest: number): number {
  const seen = new Set<number>();
  for (const run of runs.filter((one) => one.to - one.from >= Math.min(shortest, 0.6 * (to - from))))
    for (let x = run.from; x < run.to; x += 1) seen.add(x);
  return seen.size / Math.max(1, to - from);
}

/** Inches from dot to dot at most, and the share of a dotted side that is ink. */
const dots = { pitch: 0.04, leastInk: 0.25 };

/** Do dots follow one another from end to end? Strokes of text leave wider gaps. */
function isDotted(runs: readonly Run[], { from, to }: Stretch, dotsPerInch: number): boolean {
  const inked = new Set<number>();
  for (const run of runs) for (let x = run.from; x < run.to; x += 1) inked.add(x);
  let [last, pieces] = [Math.round(from), 0];
  for (let x = Math.round(from); x <= to; x += 1) {
    if (!inked.has(x) && x < Math.floor(to)) continue;
    if (x - last > dots.pitch * dotsPerInch) return false;
    if (inked.has(x) && !inked.has(x - 1)) pieces += 1;
    last = x;
  }
  const length = to - from;
  return inked.size >= dots.leastInk * length && pieces * dots.pitch * dotsPerInch >= 0.8 * length;
}

/**
 * Sides of cells that a worn copy broke into pieces too short to be lines: where a line of the table would go on, between two
 * lines that cross its place, enough of it is ink, and beside it the paper is blank.
 */
export function wornSides(
  found: readonly PlainRule[],
  crossing: readonly PlainRule[],
  { mask, dotsPerInch }: { readonly mask: Mask; readonly dotsPerInch: number },
): readonly PlainRule[] {
  const added: PlainRule[] = [];
  const isCovered = (at: number, stretch: Stretch): boolean =>
    [...found, ...added].some(
      (rule) =>
        Math.abs(rule.at - at) <= 2 * drift &&
        Math.min(rule.to, stretch.to) - Math.max(rule.from, stretch.from) > 0.8 * (stretch.to - stretch.from),
    );
  for (const { at, thickness } of found) {
    for (const stretch of stretchesAt(at, crossing)) {
      if (stretch.to - stretch.from < dotsPerInch / 12 || isCovered(at, stretch)) continue;
      const inner = { from: stretch.from + crossingReach, to: stretch.to - crossingReach };
      const runs = runsAlong(mask, at, inner);
      const isShort = stretch.to - stretch.from < shortSide.length * dotsPerInch;
      const least = isShort ? shortSide.leastInk : leastInk;
      const isWorn = covered(runs, inner, shortestPiece * dotsPerInch) >= least;
      if (!isWorn && !isDotted(runs, inner, dotsPerInch)) continue;
      const line = { runs, ...inner };
      if (distances(dotsPerInch).some((distance) => inkBeside(mask, line, distance) > mostBeside)) continue;
      added.push({ at, thickness, from: stretch.from, to: stretch.to, runs });
    }
  }
  return added;
}
