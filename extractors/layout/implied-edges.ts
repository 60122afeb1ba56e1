import { isFull, roomAcross } from './cell-text.ts';
import { isFigure } from './chunks.ts';
import type { Lattice } from './lattice.ts';
import type { Glyph } from './page-content.ts';
import type { Span } from './spans.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { type Alignment, alignmentOf, type FilledRoom, misplacement } from './text-placement.ts';

/**
 * Where a side between two cells of one column was not drawn, their texts stand in one cell. Each way to part it at heights
 * that are drawn beside it has a cost, in text sizes of oddness; the least one holds. The costs are set so that one sign of
 * its own parts nothing that a cell over several rows may show as well (a text in paragraphs, a text not quite centred).
 */
const cost = {
  /** A side that is not drawn. */
  part: 0.8,
  /** ... and that parts a line which was full from what follows it at the usual distance. */
  brokenLine: 1.2,
  /** Each text size by which a part's text stands elsewhere than its like. */
  misplaced: 2,
  /** A part without text. */
  blank: 0.3,
  /** More room between two lines of one cell than between the lines of the other cells. */
  wideGap: 1.5,
  /** Two whole figures below each other in one cell. */
  twoFigures: 2,
  /** A line that ends before the cell does. */
  paragraph: 0.3,
};

/** A way to read a cell must be better than leaving it whole by this much, or it stays as drawn and is named. */
const clear = 0.3;

/** The distance of two lines in one cell, in times the usual one, above which it is more than that. */
const wide = 1.25;

/** The distance of two lines, in text sizes, where the table has no cell of several lines (Word sets 1.3). */
const usualLeading = 1.4;

/** Share of the text height by which a line of text may reach over the side of its cell. */
const overhang = 0.15;

/** Rows beyond which a cell is a page, not a cell whose sides are missing. */
const mostRows = 100;

type Held = ReadonlyMap<Span, readonly Glyph[]>;

type Setting = {
  readonly lattice: Lattice;
  readonly leading: number;
  readonly alignmentIn: (column: number) => Alignment;
};

export type ImpliedEdges = {
  readonly lattice: Lattice;
  /** Sides added. */
  readonly added: number;
  /** Cells that may be several. */
  readonly doubtful: readonly Span[];
};

const isLevel = (glyphs: readonly Glyph[]): boolean => glyphs.every((glyph) => glyph.direction === 'right');

const roomOf = (first: number, end: number, { ys }: Lattice) => ({
  top: ys[first] ?? 0,
  bottom: ys[end] ?? 0,
});

const pitch = (before: TextLine, after: TextLine): number =>
  (after.box[3] - before.box[3]) / Math.max(before.size, after.size, 1);

function settingOf(
  spans: readonly Span[],
  linesIn: (span: Span) => readonly TextLine[],
  lattice: Lattice,
): Setting {
  const filled = spans.flatMap((span) => {
    const lines = linesIn(span);
    const cell: FilledRoom = { room: roomOf(span.row, span.row + span.rowSpan, lattice), lines };
    return lines.length > 0 ? [{ span, cell }] : [];
  });
  const pitches = filled
    .filter(({ span }) => span.rowSpan === 1)
    .flatMap(({ cell }) => cell.lines.slice(1).map((line, index) => pitch(cell.lines[index] ?? line, line)))
    .toSorted((a, b) => a - b);
  const cells = filled.map(({ cell }) => cell);
  const alignments = new Map<number, Alignment>();
  const alignmentIn = (column: number): Alignment => {
    const known = alignments.get(column);
    const own = filled.filter(({ span }) => span.column === column).map(({ cell }) => cell);
    const alignment = known ?? alignmentOf(own, cells);
    alignments.set(column, alignment);
    return alignment;
  };
  return {
    lattice,
    leading: pitches[pitches.length >> 1] ?? usualLeading,
    alignmentIn,
  };
}

/** Share of the other columns in which a height must be drawn where it is not drawn right beside the cell. */
const drawnElsewhere = 0.5;

/** Is the height drawn right beside the cell, or in most of the other columns? */
function isDrawnBeside(span: Span, line: number, { above, xs }: Lattice): boolean {
  const drawn = above[line] ?? [];
  const end = span.column + span.columnSpan;
  if (drawn[span.column - 1] || drawn[end]) return true;
  const others = drawn.filter((_, column) => column < span.column || column >= end);
  return others.filter(Boolean).length >= drawnElsewhere * Math.max(1, xs.length - 1 - span.columnSpan);
}

const crosses = (line: TextLine, at: number): boolean =>
  line.box[1] + overhang * line.size < at && line.box[3] - overhang * line.size > at;

/** Heights at which a cell may be parted: drawn beside it and clear of text. */
function cutsOf(span: Span, lines: readonly TextLine[], lattice: Lattice): readonly number[] {
  const cuts: number[] = [];
  for (let line = span.row + 1; line < span.row + span.rowSpan; line += 1) {
    const at = lattice.ys[line] ?? 0;
    if (isDrawnBeside(span, line, lattice) && !lines.some((text) => crosses(text, at))) cuts.push(line);
  }
  return cuts;
}

type Cell = { readonly span: Span; readonly lines: readonly TextLine[]; readonly setting: Setting };

/** Do two lines of a cell follow each other as those of other cells do? */
const isClose = (before: TextLine, after: TextLine, { setting }: Cell): boolean =>
  pitch(before, after) <= wide * setting.leading;

function isBroken(before: TextLine, after: TextLine, { span, lines, setting }: Cell): boolean {
  const { xs } = setting.lattice;
  const room = roomAcross(lines, [xs[span.column] ?? 0, 0, xs[span.column + span.columnSpan] ?? 0, 0]);
  return isFull(before, after, room);
}

/** Oddness of two lines that stand in one cell. */
function pairCost(before: TextLine, after: TextLine, cell: Cell): number {
  const apart = isClose(before, after, cell) ? 0 : cost.wideGap;
  const figures = isFigure(before.text) && isFigure(after.text) ? cost.twoFigures : 0;
  return apart + figures + (isBroken(before, after, cell) ? 0 : cost.paragraph);
}

/** Text sizes beyond which a text is no more misplaced than it can be. */
const farthest = 3;

/**
 * Can a part of the cell be a cell without text? One of two rows, its side drawn on both sides of it; and not at the table's
 * ends, where a page break shifts the text of a cell that goes on.
 */
function mayBeBlank({ row, rowSpan, column, columnSpan }: Span, { above, ys }: Lattice): boolean {
  const drawn = above[row + 1] ?? [];
  const atEnd = row === 0 || row + rowSpan === ys.length - 1;
  return rowSpan === 2 && !atEnd && drawn[column - 1] !== false && drawn[column + columnSpan] !== false;
}

/** Oddness of the rows `first` to `end` (exclusive) of a cell as one cell. */
function partCost(first: number, end: number, cell: Cell): number {
  const { span, lines, setting } = cell;
  const room = roomOf(first, end, setting.lattice);
  const own = lines.filter(({ box }) => {
    const middle = (box[1] + box[3]) / 2;
    return middle >= room.top && middle < room.bottom;
  });
  if (own.length === 0) return mayBeBlank(span, setting.lattice) ? cost.blank : Number.POSITIVE_INFINITY;
  const off = misplacement({ room, lines: own }, setting.alignmentIn(span.column));
  const pairs = own.slice(1).reduce((sum, line, index) => sum + pairCost(own[index] ?? line, line, cell), 0);
  return cost.misplaced * Math.min(off, farthest) + pairs;
}

/** Oddness of a side that is not drawn at a height. */
function cutCost(line: number, cell: Cell): number {
  const at = cell.setting.lattice.ys[line] ?? 0;
  const next = cell.lines.findIndex(({ box }) => box[1] + box[3] > 2 * at);
  const [before, after] = [cell.lines[next - 1], cell.lines[next]];
  const broken = before && after && isClose(before, after, cell) && isBroken(before, after, cell);
  return cost.part + (broken ? cost.brokenLine : 0);
}

type Parting = { readonly cost: number; readonly cuts: readonly number[] };

/** The best way to part a cell at some of the heights; no cut at all is left out. */
function bestParting(cuts: readonly number[], cell: Cell): Parting {
  const { row, rowSpan } = cell.span;
  const best: Parting[] = [{ cost: 0, cuts: [] }];
  const stops = [row, ...cuts, row + rowSpan];
  for (let end = 1; end < stops.length; end += 1) {
    let least: Parting = { cost: Number.POSITIVE_INFINITY, cuts: [] };
    // The last part must not begin where the cell begins: that would leave it whole.
    for (let start = end === stops.length - 1 ? 1 : 0; start < end; start += 1) {
      const before = best[start];
      const at = stops[start] ?? row;
      if (!before) continue;
      const own = partCost(at, stops[end] ?? at, cell) + (start > 0 ? cutCost(at, cell) : 0);
      if (before.cost + own < least.cost)
        least = { cost: before.cost + own, cuts: start > 0 ? [...before.cuts, at] : [] };
    }
    best.push(least);
  }
  return best.at(-1) ?? { cost: Number.POSITIVE_INFINITY, cuts: [] };
}

type Verdict = { readonly span: Span; readonly cuts: readonly number[]; readonly doubtful: boolean };

function judge(cell: Cell): Verdict {
  const { span, lines, setting } = cell;
  const cuts = cutsOf(span, lines, setting.lattice);
  if (cuts.length === 0) return { span, cuts, doubtful: false };
  const whole = partCost(span.row, span.row + span.rowSpan, cell);
  const parted = bestParting(cuts, cell);
  const gain = whole - parted.cost;
  return { span, cuts: gain >= clear ? parted.cuts : [], doubtful: Math.abs(gain) < clear };
}

function withEdges(lattice: Lattice, verdicts: readonly Verdict[]): Lattice {
  const above = lattice.above.map((line) => [...line]);
  for (const { span, cuts } of verdicts)
    for (const cut of cuts) above[cut]?.fill(true, span.column, span.column + span.columnSpan);
  return { ...lattice, above };
}

/**
 * The raster with the sides added that lines were left out for: between texts of one column that stand in rows of their
 * own, as drawn in the columns beside. A text over several rows keeps them whole.
 */
export function addImpliedEdges(lattice: Lattice, spans: readonly Span[], held: Held): ImpliedEdges {
  const tall = spans.filter((span) => span.rowSpan > 1 && span.rowSpan <= mostRows && held.has(span));
  if (tall.length === 0) return { lattice, added: 0, doubtful: [] };
  const known = new Map(spans.map((span) => [span, textLines(held.get(span) ?? [])]));
  const linesIn = (span: Span): readonly TextLine[] => known.get(span) ?? [];
  const setting = settingOf(spans, linesIn, lattice);
  const verdicts = tall
    .filter((span) => isLevel(held.get(span) ?? []) && linesIn(span).length > 0)
    .map((span) => judge({ span, lines: linesIn(span), setting }));
  const added = verdicts.reduce((sum, { cuts }) => sum + cuts.length, 0);
  return {
    lattice: added > 0 ? withEdges(lattice, verdicts) : lattice,
    added,
    doubtful: verdicts.filter(({ doubtful }) => doubtful).map(({ span }) => span),
  };
}
