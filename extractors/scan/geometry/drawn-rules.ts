import { transpose } from '../pixels/mask.ts';
import type { Mask } from '../pixels/page-pixels.ts';
import type { DrawnRule, PlainRule, Run } from './rule.ts';
import { distances, inkBeside, isLikeStrokes, spansBetween, withoutStrokes } from './strokes.ts';
import { wornSides } from './worn-sides.ts';

/** What makes a row of pixels part of a line; lengths in inches, `fill` the share that is ink. */
type LineKind = {
  readonly shortest: number;
  readonly gap: number;
  readonly fill: number;
  /** The longest mean distance from one piece of ink to the next. */
  readonly pitch: number;
  /** Blank paper must lie along both sides: what tells dots of a line from strokes of text. */
  readonly alone: 'alone' | 'anywhere';
};

/** `design`: measured on 36 pages; solid lines with breaks from a 1-bit scan. */
const solid: LineKind = {
  shortest: 0.28,
  gap: 0.02,
  fill: 0.85,
  pitch: Number.POSITIVE_INFINITY,
  alone: 'anywhere',
};
/** Lines that a worn copy broke; blank paper beside them lets the breaks be wider. */
const broken: LineKind = {
  shortest: 0.8,
  gap: 0.12,
  fill: 0.6,
  pitch: Number.POSITIVE_INFINITY,
  alone: 'alone',
};
/** Dots and dashes follow one another closer than lines of text, whose strokes stand in rows too (8 points, 9 points). */
const dotted: LineKind = { shortest: 0.8, gap: 0.05, fill: 0.3, pitch: 0.11, alone: 'alone' };

/** Sides of cells in low rows and narrow columns: they must end on crossing lines. */
const side: LineKind = { ...solid, shortest: 0.12 };

/** Inches; thicker ink is an area. */
const thickest = 0.04;

function rowRuns({ width, values }: Mask, row: number, kind: Omit<LineKind, 'alone'>): Run[] {
  const found: Run[] = [];
  const start = row * width;
  let [from, last, ink, pieces] = [-1, -1, 0, 0];
  const close = (): void => {
    const length = last + 1 - from;
    if (from >= 0 && length >= kind.shortest && ink >= kind.fill * length && length <= kind.pitch * pieces)
      found.push({ row, from, to: last + 1 });
    from = -1;
  };
  for (let x = 0; x < width; x += 1) {
    if (values[start + x] !== 1) continue;
    if (from >= 0 && x - last - 1 > kind.gap) close();
    if (from < 0) {
      from = x;
      ink = 0;
      pieces = 1;
    } else if (x > last + 1) pieces += 1;
    last = x;
    ink += 1;
  }
  close();
  return found;
}

type Growing = { runs: Run[]; lastRow: number; from: number; to: number };

/** Puts runs of adjoining rows that overlap together; a line may drift over the rows. */
function gather(runs: readonly Run[]): readonly Growing[] {
  const done: Growing[] = [];
  let open: Growing[] = [];
  for (const run of runs) {
    const still = open.filter((line) => line.lastRow >= run.row - 2);
    done.push(...open.filter((line) => line.lastRow < run.row - 2));
    open = still;
    const touching = open.filter((line) => run.from <= line.to && run.to >= line.from);
    const [line, ...others] = touching;
    if (!line) {
      open.push({ runs: [run], lastRow: run.row, from: run.from, to: run.to });
      continue;
    }
    line.runs.push(run, ...others.flatMap((other) => other.runs));
    line.lastRow = run.row;
    line.from = Math.min(line.from, run.from, ...others.map((other) => other.from));
    line.to = Math.max(line.to, run.to, ...others.map((other) => other.to));
    if (others.length > 0) open = open.filter((other) => !others.includes(other));
  }
  return [...done, ...open];
}

/** Share of the pixels beside a line that may be ink where it must stand alone: lines that cross it. */
const mostBeside = 0.1;

function horizontalRules(mask: Mask, dotsPerInch: number, kind: LineKind): readonly PlainRule[] {
  const inPixels = {
    shortest: kind.shortest * dotsPerInch,
    gap: Math.max(2, Math.round(kind.gap * dotsPerInch)),
    fill: kind.fill,
    pitch: kind.pitch * dotsPerInch,
  };
  const runs: Run[] = [];
  for (let row = 0; row < mask.height; row += 1) runs.push(...rowRuns(mask, row, inPixels));
  return gather(runs).flatMap((line) => {
    const area = line.runs.reduce((sum, run) => sum + run.to - run.from, 0);
    const length = line.to - line.from;
    const thickness = area / length;
    if (thickness > Math.max(3, thickest * dotsPerInch)) return [];
    if (
      kind.alone === 'alone' &&
      distances(dotsPerInch).some((distance) => inkBeside(mask, line, distance) > mostBeside)
    )
      return [];
    const at = line.runs.reduce((sum, run) => sum + (run.row + 0.5) * (run.to - run.from), 0) / area;
    return [{ at, from: line.from, to: line.to, thickness: Math.max(1, thickness), runs: line.runs }];
  });
}

/** The mask without the ink of some horizontal lines, one pixel wider on both sides. */
function eraseRuns(mask: Mask, rules: readonly Pick<DrawnRule, 'runs'>[]): Mask {
  const values = mask.values.slice();
  const { width, height } = mask;
  for (const { runs } of rules)
    for (const { row, from, to } of runs)
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y += 1)
        values.fill(0, y * width + Math.max(0, from - 1), y * width + Math.min(width, to + 1));
  return { width, height, values };
}

function rulesAlongRows(mask: Mask, dotsPerInch: number): readonly PlainRule[] {
  const firm = horizontalRules(mask, dotsPerInch, solid);
  const sure = firm.filter((rule) => !isLikeStrokes(mask, rule, dotsPerInch));
  const worn = horizontalRules(mask, dotsPerInch, broken).flatMap((rule) =>
    trimmed(rule, sure, { mask, dotsPerInch }),
  );
  const own = firm.filter((rule) => !worn.some((whole) => holds(whole, rule)));
  const found = [...worn, ...own];
  return [...found, ...horizontalRules(eraseRuns(mask, found), dotsPerInch, dotted)];
}

const holds = (whole: PlainRule, part: PlainRule): boolean =>
  Math.abs(whole.at - part.at) <= Math.max(1.5, whole.thickness) &&
  part.from >= whole.from - 1 &&
  part.to <= whole.to + 1;

/** Share of a broken line that must be pieces long enough to be lines of their own. */
const firmShare = 0.25;

type Page = { readonly mask: Mask; readonly dotsPerInch: number };

/**
 * A broken line from its first long piece to its last one, in as many parts as it has; none where too little of it is long
 * pieces. Strokes of text may chain up as well, or go on where a line ends.
 */
function trimmed(rule: PlainRule, firm: readonly PlainRule[], page: Page): readonly PlainRule[] {
  const pieces = firm.filter((piece) => holds(rule, piece)).toSorted((a, b) => a.from - b.from);
  const groups: PlainRule[][] = [];
  for (const piece of pieces) {
    const before = groups.at(-1)?.at(-1);
    if (before && goesOn(rule, { from: before.to, to: piece.from }, page)) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => {
    const from = Math.min(...group.map((piece) => piece.from));
    const to = Math.max(...group.map((piece) => piece.to));
    const long = group.reduce((sum, piece) => sum + piece.to - piece.from, 0);
    if (long < firmShare * (to - from) || group.length < 2) return [];
    return [{ ...rule, from, to, runs: runsWithin(rule, { from, to }) }];
  });
}

type Stretch = { readonly from: number; readonly to: number };

function runsWithin(rule: PlainRule, { from, to }: Stretch): readonly Run[] {
  return rule.runs
    .map((run) => ({ row: run.row, from: Math.max(run.from, from), to: Math.min(run.to, to) }))
    .filter((run) => run.from < run.to);
}

/** Is what lies between two pieces a worn part of their line, and no text that stands in its way? */
function goesOn(rule: PlainRule, stretch: Stretch, { mask, dotsPerInch }: Page): boolean {
  if (stretch.to - stretch.from <= broken.gap * dotsPerInch) return true;
  const between = { ...stretch, runs: runsWithin(rule, stretch) };
  if (between.runs.length === 0) return false;
  return distances(dotsPerInch).every((at) => inkBeside(mask, between, at) <= mostBeside);
}

/** Inches of blank that pieces of one line may lie apart. */
const widestBreak = 0.2;

/** Puts pieces in one row of pixels together over breaks; a table's line goes on behind them. */
function bridge(rules: readonly PlainRule[], dotsPerInch: number): readonly PlainRule[] {
  const joined: PlainRule[] = [];
  for (const rule of rules.toSorted((a, b) => a.from - b.from)) {
    const index = joined.findIndex(
      (other) =>
        Math.abs(other.at - rule.at) <= Math.max(1.5, 0.5 * Math.min(rule.thickness, other.thickness)) &&
        rule.from - other.to <= widestBreak * dotsPerInch &&
        rule.from > other.to,
    );
    const before = joined[index];
    if (!before) {
      joined.push(rule);
      continue;
    }
    const own = before.to - before.from;
    const added = rule.to - rule.from;
    joined[index] = {
      at: (before.at * own + rule.at * added) / (own + added),
      from: before.from,
      to: rule.to,
      thickness: (before.thickness * own + rule.thickness * added) / (own + added),
      runs: [...before.runs, ...rule.runs],
    };
  }
  return joined;
}

/** The drawn lines of a page: solid ones with small breaks, and dotted or dashed ones that stand alone. */
export function findDrawnRules(mask: Mask, dotsPerInch: number): readonly DrawnRule[] {
  const turned = transpose(mask);
  const across = rulesAlongRows(mask, dotsPerInch);
  const down = rulesAlongRows(turned, dotsPerInch);
  const horizontals = withoutStrokes(across, down, { mask, dotsPerInch });
  const verticals = withoutStrokes(down, across, { mask: turned, dotsPerInch });
  const acrossAll = completed(horizontals, verticals, { mask, dotsPerInch });
  const downAll = completed(verticals, horizontals, { mask: turned, dotsPerInch });
  return [
    ...bridge(acrossAll, dotsPerInch).map((rule): DrawnRule => ({ axis: 'horizontal', ...rule })),
    ...bridge(downAll, dotsPerInch).map((rule): DrawnRule => ({ axis: 'vertical', ...rule })),
  ];
}

/** The lines with the sides of cells that lie between lines of the other direction. */
function completed(
  found: readonly PlainRule[],
  crossing: readonly PlainRule[],
  page: Page,
): readonly PlainRule[] {
  const withSides = [...found, ...sides(found, crossing, page)];
  return [...withSides, ...wornSides(withSides, crossing, page)];
}

/** Lines that are too short to be sure of but lie between two crossing lines with blank paper beside them. */
function sides(
  found: readonly PlainRule[],
  crossing: readonly PlainRule[],
  { mask, dotsPerInch }: Page,
): readonly PlainRule[] {
  return horizontalRules(mask, dotsPerInch, side).filter(
    (rule) =>
      rule.to - rule.from < solid.shortest * dotsPerInch &&
      spansBetween(rule, crossing, dotsPerInch) &&
      !found.some((other) => holds(other, rule)) &&
      distances(dotsPerInch).every((at) => inkBeside(mask, rule, at) <= 2 * mostBeside),
  );
}

/** 1 where a drawn line lies (one pixel wider on each side); text must not be read there. */
export function rulesMask({ width, height }: Mask, rules: readonly DrawnRule[]): Mask {
  const values = new Uint8Array(width * height);
  for (const { axis, runs } of rules)
    for (const { row, from, to } of runs)
      for (let across = row - 1; across <= row + 1; across += 1)
        for (let along = from; along < to; along += 1) {
          const [x, y] = axis === 'horizontal' ? [along, across] : [across, along];
          if (x >= 0 && y >= 0 && x < width && y < height) values[y * width + x] = 1;
        }
  return { width, height, values };
}
