import type { Line } from './lines.ts';
import type { FieldRow } from './ragged-grid.ts';
import type { Run } from './run.ts';

/** Lines with two or more columns that it takes to call a run a table. */
const leastLines = 3;
/** Share of lines that may cross a gap between columns (a long heading) without closing it. */
const crossingShare = 0.1;
const longestLine = 2_000;

/** A piece of a line between gaps of two or more spaces; `from` and `to` are display columns (Han characters take two), half-open. */
type Segment = { readonly text: string; readonly from: number; readonly to: number };

/** A run of lines whose columns are held apart by spaces, as text made from page layouts has them. */
export function readAlignedRun(lines: readonly Line[], start: number): Run | undefined {
  if (!mayBeRow(lines[start]?.text ?? '')) return undefined;
  let end = start;
  while (end < lines.length && belongsToRun(lines[end]?.text ?? '')) end += 1;
  const segmented = lines.slice(start, end).map((line) => ({ line, segments: segmentsOf(line.text) }));
  const several = segmented.filter(({ segments }) => segments.length >= 2);
  const isTable = several.length >= leastLines && isClearlyTable(several.map(({ segments }) => segments));
  const columns = isTable ? columnsOf(several.map(({ segments }) => segments)) : [];
  if (columns.length < 2) return { rows: [], end };
  return { rows: segmented.map(({ line, segments }) => assign(line, segments, columns)), end };
}

/** Cheap tests first: most lines are prose. */
function mayBeRow(text: string): boolean {
  return isPlain(text) && /\S(?: {2,}|\u3000{2,})\S/.test(text);
}

function belongsToRun(text: string): boolean {
  return mayBeRow(text) || (isPlain(text) && /^ {4,}\S/.test(text));
}

/** Not a line that another kind of table may begin with. */
function isPlain(text: string): boolean {
  return text.length <= longestLine && !/[\t|<]/.test(text);
}

function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let column = 0;
  for (const piece of text.split(/( {2,}|\u3000{2,})/)) {
    const width = displayWidth(piece);
    if (piece.trim() !== '') segments.push({ text: piece, from: column, to: column + width });
    column += width;
  }
  return segments;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{3ffff}]/u;

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Three columns in three lines, or two columns that begin at the same place in nearly all. */
function isClearlyTable(rows: readonly (readonly Segment[])[]): boolean {
  if (rows.filter((segments) => segments.length >= 3).length >= leastLines) return true;
  const starts = rows.map((segments) => segments[1]?.from ?? 0);
  const common = starts.filter((start) => Math.abs(start - (starts[0] ?? 0)) <= 1);
  return common.length >= Math.max(leastLines, rows.length * 0.8);
}

type Column = { readonly from: number; readonly to: number };

/** The stretches of display columns in which text stands, between gaps that hardly any line crosses. */
function columnsOf(rows: readonly (readonly Segment[])[]): readonly Column[] {
  const width = rows.reduce((widest, segments) => Math.max(widest, segments.at(-1)?.to ?? 0), 0);
  const covered = new Uint32Array(width + 1);
  for (const { from, to } of rows.flat())
    for (let at = from; at < to; at += 1) covered[at] = (covered[at] ?? 0) + 1;
  const crossing = rows.length * crossingShare;
  const columns: Column[] = [];
  let from: number | undefined;
  for (let at = 0; at <= width; at += 1) {
    const isInk = (covered[at] ?? 0) > crossing;
    if (isInk && from === undefined) from = at;
    if (!isInk && from !== undefined) {
      columns.push({ from, to: at });
      from = undefined;
    }
  }
  return columns;
}

/** Puts each piece into the column that it overlaps most, or the next one where that is taken: pieces are never joined. */
function assign(line: Line, segments: readonly Segment[], columns: readonly Column[]): FieldRow {
  const fields: (string | undefined)[] = [];
  for (const segment of segments) fields[Math.max(fields.length, nearest(segment, columns))] = segment.text;
  return { line, fields: Array.from(fields) };
}

function nearest(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let bestOverlap = Number.NEGATIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(segment.to, column.to) - Math.max(segment.from, column.from);
    if (overlap > bestOverlap) [best, bestOverlap] = [index, overlap];
  }
  return best;
}
