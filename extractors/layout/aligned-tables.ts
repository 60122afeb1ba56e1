import type { Box } from '../../model/place.ts';
import { joinRulings } from './bands.ts';
import { isChartAxis } from './chart-axis.ts';
import { type Chunk, type ChunkedLine, chunkLine, isFigure } from './chunks.ts';
import { type Column, findColumns } from './corridors.ts';
import type { DrawnCell, DrawnTable } from './drawn-table.ts';
import { greatest } from './extremes.ts';
import type { PageContent } from './page-content.ts';
import { findRulings, type Ruling } from './rulings.ts';
import { type Head, readHead } from './text-head.ts';
import { type TextLine, textLines, unite } from './text-lines.ts';
import { findTextRegions, type TextRegion } from './text-regions.ts';
import { joinContinuedRows, type Piece, rowOf, type TextRow } from './text-rows.ts';

/** The least number of body rows that make an alignment more than chance. */
const fewestRows = 2;

const middleOf = (box: Box): number => (box[1] + box[3]) / 2;

/** The lines below the head: below the full rule that leaves most lines below it, or from the first line of figures on. */
function splitHead(
  region: TextRegion,
): readonly [head: readonly ChunkedLine[], body: readonly ChunkedLine[]] {
  const { lines, fullRules } = region;
  const rule = fullRules.find((one) => {
    const above = lines.filter((line) => middleOf(line.box) < one.at).length;
    return above > 0 && above <= Math.max(0.5 * lines.length, 3) && above < lines.length;
  });
  if (rule)
    return [
      lines.filter((line) => middleOf(line.box) < rule.at),
      lines.filter((line) => middleOf(line.box) >= rule.at),
    ];
  const first = lines.findIndex((line) => {
    const values = line.chunks.slice(1);
    return values.length > 0 && values.filter((chunk) => isFigure(chunk.text)).length >= 0.5 * values.length;
  });
  const at = first > 0 && first <= 0.5 * lines.length ? first : 0;
  return [lines.slice(0, at), lines.slice(at)];
}

/** The lines in which most columns hold something. */
function fullLines(body: readonly ChunkedLine[]): readonly ChunkedLine[] {
  const counts = body.map((line) => line.chunks.length).filter((count) => count > 1);
  const most = counts.toSorted((a, b) => b - a)[Math.floor(counts.length * 0.1)] ?? 0;
  return body.filter((line) => line.chunks.length > 1 && line.chunks.length >= 0.5 * most);
}

/** Columns of running text set side by side: long chunks that fill their columns. */
function isSideBySideProse(body: readonly ChunkedLine[], columns: readonly Column[]): boolean {
  const chunks = body.flatMap((line) => line.chunks);
  const figures = chunks.filter((chunk) => isFigure(chunk.text)).length;
  if (figures > 0.25 * chunks.length) return false;
  const fills = chunks.map((chunk) => {
    const column = columns.find((one) => chunk.box[0] < one.right && chunk.box[2] > one.left);
    return column ? (chunk.box[2] - chunk.box[0]) / (column.right - column.left) : 0;
  });
  const full = fills.filter((fill) => fill > 0.8).length;
  const words = chunks.reduce((sum, chunk) => sum + chunk.words.length, 0) / Math.max(chunks.length, 1);
  return full > 0.5 * chunks.length && words > 3;
}

const isMarker = (chunk: Chunk): boolean =>
  /^(?:[•●■□◆▪‣*·–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)、]|\[\d+\])$/iu.test(chunk.text.replace(/\s/g, ''));

/** Bullets or numbers before running text. */
function isList(body: readonly ChunkedLine[]): boolean {
  const two = body.filter((line) => line.chunks.length >= 2);
  const marked = two.filter((line) => line.chunks[0] && isMarker(line.chunks[0]));
  return (
    two.length > 0 &&
    marked.length >= 0.6 * two.length &&
    two.every((line) => line.chunks.length <= 2 || marked.includes(line))
  );
}

function isTable(region: TextRegion, body: readonly ChunkedLine[], columns: readonly Column[]): boolean {
  if (columns.length < 2) return false;
  const rows = body.filter((line) => line.chunks.length > 1);
  const values = rows.flatMap((line) => line.chunks.slice(1));
  const figures = values.filter((chunk) => isFigure(chunk.text)).length;
  const numeric = figures >= 0.4 * values.length;
  const ruled = region.fullRules.length >= 2;
  if (rows.length < (numeric || ruled ? fewestRows : fewestRows + 2)) return false;
  if (isList(body) || isSideBySideProse(body, columns)) return false;
  if (numeric) return columns.length > 2 || ruled || rows.length > fewestRows;
  return ruled || columns.length > 2;
}

/** Share of a body's cells that must hold text; labels along a chart's axes leave most of their raster blank. */
const leastFilled = 0.35;

function isSparse(rows: readonly TextRow[], columnCount: number): boolean {
  const filled = rows.reduce(
    (sum, row) => sum + row.pieces.reduce((one, piece) => one + piece.last - piece.first + 1, 0),
    0,
  );
  const withValues = rows.filter((row) => row.pieces.length > 1).length;
  return filled < leastFilled * Math.max(withValues, 1) * columnCount;
}

type Placed = { readonly row: number; readonly rowSpan: number; readonly piece: Piece };

/** Places of the body's pieces below the head, and blank cells where nothing stands. */
function tile(
  placed: readonly Placed[],
  rowCount: number,
  columnCount: number,
): readonly Omit<DrawnCell, 'box'>[] {
  const taken = Array.from({ length: rowCount }, () => Array<boolean>(columnCount).fill(false));
  const cells: Omit<DrawnCell, 'box'>[] = [];
  for (const { row, rowSpan, piece } of placed) {
    let last = piece.first;
    while (last < piece.last && !taken[row]?.[last + 1]) last += 1;
    const free = (line: number): boolean => {
      for (let column = piece.first; column <= last; column += 1)
        if (taken[line]?.[column] !== false) return false;
      return true;
    };
    if (!free(row)) continue;
    let span = 1;
    while (span < rowSpan && free(row + span)) span += 1;
    for (let line = row; line < row + span; line += 1)
      for (let column = piece.first; column <= last; column += 1) {
        const marks = taken[line];
        if (marks) marks[column] = true;
      }
    cells.push({
      row,
      column: piece.first,
      rowSpan: span,
      columnSpan: last - piece.first + 1,
      text: piece.text,
    });
  }
  taken.forEach((marks, row) => {
    marks.forEach((isTaken, column) => {
      if (!isTaken) cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: '' });
    });
  });
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

function tableOf(
  parts: {
    region: TextRegion;
    columns: readonly Column[];
    head: Head;
    headBox: Box | undefined;
    rows: readonly TextRow[];
  },
  page: number,
): DrawnTable {
  const { region, columns, head, headBox, rows } = parts;
  const placed: Placed[] = [
    ...head.cells,
    ...rows.flatMap((row, index) =>
      row.pieces.map((piece) => ({ row: head.rowCount + index, rowSpan: 1, piece })),
    ),
  ];
  const rowCount = head.rowCount + rows.length;
  const box = unite(region.lines.map((line) => line.box));
  const tops = Array.from({ length: rowCount }, (_, row) => {
    const body = rows[row - head.rowCount];
    if (body) return [body.box[1], body.box[3]] as const;
    const [, top, , bottom] = headBox ?? box;
    const step = (bottom - top) / head.rowCount;
    return [top + row * step, top + (row + 1) * step] as const;
  });
  const cells = tile(placed, rowCount, columns.length).map(
    (cell): DrawnCell => ({
      ...cell,
      box: [
        columns[cell.column]?.left ?? box[0],
        tops[cell.row]?.[0] ?? box[1],
        columns[cell.column + cell.columnSpan - 1]?.right ?? box[2],
        tops[cell.row + cell.rowSpan - 1]?.[1] ?? box[3],
      ],
    }),
  );
  return {
    page,
    box,
    rowCount,
    columnCount: columns.length,
    cells,
    evidence: 'aligned',
    completed: 0,
  };
}

/** Reads a region as a table, or undefined where its alignment is no table's. */
export function readRegion(region: TextRegion, page: number): DrawnTable | undefined {
  const [headLines, body] = splitHead(region);
  const size = greatest(region.lines.map((line) => line.size));
  const columns = findColumns(fullLines(body), size);
  if (!isTable(region, body, columns)) return undefined;
  const barriers = region.fullRules.map((rule) => rule.at);
  const headRows = headLines.map((line) => rowOf(line, columns));
  const head = readHead(headRows, region.partRules, columns);
  const rows = joinContinuedRows(
    body.map((line) => rowOf(line, columns)),
    columns,
    barriers,
  );
  if (isSparse(rows, columns.length) || isChartAxis(rows, columns.length)) return undefined;
  const headBox = headRows.length > 0 ? unite(headRows.map((row) => row.box)) : undefined;
  return tableOf({ region, columns, head, headBox, rows }, page);
}

/** A rule made of typed dashes. */
const isTypedRule = (line: TextLine): boolean => /^[-_=\u2013\u2014\u2500\u2550\s]{8,}$/u.test(line.text);

const ruleOf = ({ box }: TextLine): Ruling => ({
  axis: 'horizontal',
  at: middleOf(box),
  from: box[0],
  to: box[2],
  width: 1,
});

/** The tables of a page that only the alignment of their text and single rules show. */
export function findAlignedTables(page: PageContent, textSize: number): readonly DrawnTable[] {
  const all = textLines(page.glyphs);
  const lines = all
    .filter((line) => !isTypedRule(line))
    .map((line) => chunkLine(line))
    .filter((line) => line.chunks.length > 0);
  const rules = joinRulings(
    [...findRulings(page), ...all.filter(isTypedRule).map(ruleOf)],
    'horizontal',
    textSize * 0.4,
  ).filter((rule) => rule.to - rule.from > 2 * textSize);
  return findTextRegions(lines, rules)
    .map((region) => readRegion(region, page.number))
    .filter((table) => table !== undefined);
}
