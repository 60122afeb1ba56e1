import type { Box } from '../../model/place.ts';
import { readRegion } from './aligned-tables.ts';
import { joinRulings } from './bands.ts';
import { trimCaptions } from './captions.ts';
import { cellText } from './cell-text.ts';
import { chunkLine } from './chunks.ts';
import { type Component, findComponents } from './components.ts';
import type { DrawnCell, DrawnTable } from './drawn-table.ts';
import { greatest } from './extremes.ts';
import { hasUnruledColumns } from './half-ruled.ts';
import { partImpliedColumns } from './implied-columns.ts';
import { addImpliedRows } from './implied-rows.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import { adoptOpenRows, adoptOpenSides, joinOpenParts } from './open-sides.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { findRulings, type Ruling } from './rulings.ts';
import { shadingEdges } from './shading.ts';
import { findSpans, type Span } from './spans.ts';
import { textLines } from './text-lines.ts';

/** Two lines closer than this share of the text height cannot hold text between them: they are one. */
const lineGapInText = 0.4;

/** Share of the cells that hold text, below which lines are a chart or a blank grid (`design`: whitespace below 90 %). */
const leastFilled = 0.1;

/** Lines of a table part words; where they run through more words than this share of its cells they are a chart's. */
const mostCutWords = 0.1;

/** Text height assumed for a page without text, in points. */
const usualTextSize = 10;

/** The middle font size of a page's text, in points. */
export function medianTextSize(glyphs: readonly Glyph[]): number {
  const sizes = Float64Array.from(glyphs, (glyph) => glyph.size).sort();
  return sizes[sizes.length >> 1] || usualTextSize;
}

/** Does the centre of `inner` lie in `outer`? */
export const holdsCentre = (outer: Box, inner: Box): boolean => {
  const x = (inner[0] + inner[2]) / 2;
  const y = (inner[1] + inner[3]) / 2;
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
};

/** Points within which two parallel lines of a page are one. */
export const lineTolerance = (textSize: number): number => lineGapInText * textSize;

const centre = (glyph: Glyph): readonly [number, number] => [
  (glyph.box[0] + glyph.box[2]) / 2,
  (glyph.box[1] + glyph.box[3]) / 2,
];

function boxOf(span: Span, { xs, ys }: Lattice): Box {
  return [
    xs[span.column] ?? 0,
    ys[span.row] ?? 0,
    xs[span.column + span.columnSpan] ?? 0,
    ys[span.row + span.rowSpan] ?? 0,
  ];
}

/** Index of the interval of ascending `lines` that holds `value`, or -1. */
function intervalOf(lines: readonly number[], value: number): number {
  let low = 0;
  let high = lines.length - 1;
  if (value < (lines[0] ?? 0) || value > (lines[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

type Holdings = {
  readonly held: ReadonlyMap<Span, Glyph[]>;
  /** Places where a drawn line runs through a word. */
  readonly cutWords: number;
};

/** Shares of the font size: glyphs closer than this along a line that shares this much height belong to one word. */
const sameWord = { gap: 0.1, height: 0.5 };

function isOneWord(before: Glyph, after: Glyph): boolean {
  if (after.spaceBefore || before.direction !== 'right' || after.direction !== 'right') return false;
  const size = Math.min(before.size, after.size);
  const overlap = Math.min(before.box[3], after.box[3]) - Math.max(before.box[1], after.box[1]);
  return Math.abs(after.box[0] - before.box[2]) < sameWord.gap * size && overlap > sameWord.height * size;
}

/** The glyphs of each span, by the centre of each glyph. */
function glyphsBySpan(spans: readonly Span[], lattice: Lattice, glyphs: readonly Glyph[]): Holdings {
  const columns = lattice.xs.length - 1;
  const owner = new Map<number, Span>();
  for (const span of spans)
    for (let row = span.row; row < span.row + span.rowSpan; row += 1)
      for (let column = span.column; column < span.column + span.columnSpan; column += 1)
        owner.set(row * columns + column, span);
  const found = new Map<Span, Glyph[]>();
  let cutWords = 0;
  let before: { readonly glyph: Glyph; readonly span: Span } | undefined;
  for (const glyph of glyphs) {
    const [x, y] = centre(glyph);
    const column = intervalOf(lattice.xs, x);
    const row = intervalOf(lattice.ys, y);
    const span = row < 0 || column < 0 ? undefined : owner.get(row * columns + column);
    if (!span) continue;
    if (before && before.span !== span && isOneWord(before.glyph, glyph)) cutWords += 1;
    before = { glyph, span };
    const held = found.get(span);
    if (held) held.push(glyph);
    else found.set(span, [glyph]);
  }
  return { held: found, cutWords };
}

/** Drops rows and columns that no cell begins in: lines of the raster that became needless. */
function compact(spans: readonly Span[]): readonly Span[] {
  const rows = [...new Set(spans.map((span) => span.row))].toSorted((a, b) => a - b);
  const columns = [...new Set(spans.map((span) => span.column))].toSorted((a, b) => a - b);
  const rank = (starts: readonly number[], value: number): number =>
    starts.filter((start) => start < value).length;
  return spans.map((span) => {
    const row = rank(rows, span.row);
    const column = rank(columns, span.column);
    return {
      row,
      column,
      rowSpan: Math.max(1, rank(rows, span.row + span.rowSpan) - row),
      columnSpan: Math.max(1, rank(columns, span.column + span.columnSpan) - column),
    };
  });
}

type Reading = Holdings & {
  readonly lattice: Lattice;
  readonly spans: readonly Span[];
  readonly completed: number;
  readonly unruledColumns: boolean;
};

/** The cells of a raster with the lines added that its text implies. */
function readLattice(drawn: Lattice, glyphs: readonly Glyph[]): Reading {
  const read = (lattice: Lattice): Reading => {
    const tiling = findSpans(lattice);
    const first = glyphsBySpan(tiling.spans, lattice, glyphs);
    const spans = partImpliedColumns(tiling.spans, first.held, lattice.xs);
    const holdings = spans === tiling.spans ? first : glyphsBySpan(spans, lattice, glyphs);
    return { lattice, spans, completed: tiling.completed, unruledColumns: false, ...holdings };
  };
  const plain = read(drawn);
  if (hasUnruledColumns(plain.spans, plain.held)) return { ...plain, unruledColumns: true };
  const lattice = addImpliedRows(drawn, plain.spans, plain.held);
  return lattice === drawn ? plain : read(lattice);
}

function cellsOf({ lattice, spans, held }: Reading): readonly DrawnCell[] {
  const places = compact(spans);
  return spans.map((span, index) => {
    const box = boxOf(span, lattice);
    const open = openSides(span, lattice);
    const cell = { ...(places[index] ?? span), text: cellText(held.get(span) ?? [], box), box };
    return open ? { ...cell, open } : cell;
  });
}

function openSides(span: Span, { ys, edge }: Lattice): DrawnCell['open'] {
  const drawn = (side: readonly boolean[]): boolean =>
    side.slice(span.column, span.column + span.columnSpan).includes(true);
  const above = span.row === 0 && !drawn(edge.top);
  const below = span.row + span.rowSpan === ys.length - 1 && !drawn(edge.bottom);
  if (above && below) return 'both';
  if (above) return 'above';
  return below ? 'below' : undefined;
}

const isTable = ({ rowCount, columnCount, cells }: DrawnTable): boolean =>
  rowCount >= 2 && columnCount >= 2 && cells.filter((cell) => cell.text !== '').length >= 2;

function tableFrom(component: Component, page: PageContent, tolerance: number): DrawnTable | undefined {
  const drawn = buildLattice(component, tolerance);
  if (!drawn) return undefined;
  const { xs, ys } = drawn;
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  const glyphs = page.glyphs.filter((glyph) => holdsCentre(box, glyph.box));
  if (glyphs.length === 0) return undefined;
  const reading = readLattice(drawn, glyphs);
  const cells = cellsOf(reading);
  const table: DrawnTable = {
    page: page.number,
    box,
    rowCount: greatest(cells.map((cell) => cell.row + cell.rowSpan)),
    columnCount: greatest(cells.map((cell) => cell.column + cell.columnSpan)),
    cells,
    evidence: 'ruled',
    completed: reading.completed,
  };
  const filled = cells.filter((cell) => cell.text !== '').length;
  if (filled < 1 || filled < leastFilled * cells.length) return undefined;
  if (reading.cutWords > mostCutWords * filled) return undefined;
  const unruled = reading.unruledColumns ? readUnruled(component, box, { glyphs, page, xs }) : undefined;
  return unruled ?? table;
}

/** Reads a table whose rows and columns are not all parted by lines from its text, its lines as bounds. */
function readUnruled(
  component: Component,
  box: Box,
  inside: { readonly glyphs: readonly Glyph[]; readonly page: PageContent; readonly xs: readonly number[] },
): DrawnTable | undefined {
  const isFull = (rule: Ruling): boolean => rule.to - rule.from > 0.8 * (box[2] - box[0]);
  const lines = textLines(inside.glyphs).map((line) => chunkLine(line, inside.xs));
  const table = readRegion(
    {
      lines: lines.filter((line) => line.chunks.length > 0),
      fullRules: component.horizontals.filter(isFull),
      partRules: component.horizontals.filter((rule) => !isFull(rule)),
    },
    inside.page.number,
  );
  return table && { ...table, box };
}

/** A table has at least two lines each way; a page with so many pieces of lines is a map or a drawing. */
const fewestRulings = 4;
const mostRulings = 400_000;

/** Points by which the sides of a table may differ from page to page. */
const sameSide = 3;

/** Is it what a page break left over of the table above: a row or two of the same width, first on its page? */
function isRemainder(table: DrawnTable, index: number, above: Box | undefined): boolean {
  if (index > 0 || !above) return false;
  return Math.abs(table.box[0] - above[0]) <= sameSide && Math.abs(table.box[2] - above[2]) <= sameSide;
}

/**
 * The tables of a page that drawn lines show, at least 2 × 2. `above` is the box of the last table on the page before: a
 * single row below it is a table too if it has the same sides. `textSize` is the page's usual font size in points.
 */
export function findRuledTables(page: PageContent, textSize: number, above?: Box): readonly DrawnTable[] {
  const rulings = [...findRulings(page), ...shadingEdges(page.fills, textSize)];
  if (rulings.length < fewestRulings || rulings.length > mostRulings) return [];
  const tolerance = lineTolerance(textSize);
  const horizontals = joinRulings(rulings, 'horizontal', tolerance);
  const verticals = joinRulings(rulings, 'vertical', tolerance);
  const components = joinOpenParts(findComponents(horizontals, verticals, tolerance), textSize);
  const taken = new Set(
    components.flatMap((component) => [...component.verticals, ...component.horizontals]),
  );
  const looseVerticals = verticals.filter((line) => !taken.has(line));
  const looseHorizontals = horizontals.filter((line) => !taken.has(line));
  const complete = (component: Component): Component =>
    adoptOpenRows(adoptOpenSides(component, looseVerticals, tolerance), looseHorizontals, textSize);
  return components
    .map((component) => tableFrom(complete(component), page, tolerance))
    .filter((table) => table !== undefined)
    .map(trimCaptions)
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
    .filter((table, index) => isTable(table) || isRemainder(table, index, above));
}
