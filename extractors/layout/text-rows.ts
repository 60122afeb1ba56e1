import type { Box } from '../../model/place.ts';
import { type Chunk, type ChunkedLine, chunkFrom, isFigure } from './chunks.ts';
import { type Column, reachOf } from './corridors.ts';
import { isWide } from './scripts.ts';
import { unite } from './text-lines.ts';

/** A text over some columns on one or more lines of a region; columns 0-based, `last` included. */
export type Piece = {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  /** Its line that was read last. */
  readonly tail: Chunk;
};

/** A row of a region: pieces from left to right, not overlapping. */
export type TextRow = { readonly pieces: readonly Piece[]; readonly box: Box };

/** A gap between words, as a share of the text size, at which a chunk over two columns is parted. */
const parting = 0.5;

/** Parts a chunk whose words stand in different columns where the gap between columns falls between two words. */
function partAtColumns(chunk: Chunk, columns: readonly Column[]): readonly Chunk[] {
  const reach = reachOf(chunk, columns);
  if (reach.first === reach.last) return [chunk];
  const groups: (typeof chunk.words)[number][][] = [];
  chunk.words.forEach((word, index) => {
    const before = chunk.words[index - 1];
    const own = reachOf(chunkFrom([word]), columns);
    const other = before ? reachOf(chunkFrom([before]), columns) : undefined;
    const apart = before !== undefined && word.box[0] - before.box[2] > parting * word.size;
    const figures = before !== undefined && isFigure(word.text) && isFigure(before.text);
    if (!other || (other.last < own.first && (apart || figures))) groups.push([word]);
    else groups.at(-1)?.push(word);
  });
  return groups.map(chunkFrom);
}

const pieceOf = (chunk: Chunk, columns: readonly Column[]): Piece => {
  const { first, last } = reachOf(chunk, columns);
  return { first, last, text: chunk.text, box: chunk.box, size: chunk.size, tail: chunk };
};

function joinAcross(one: Piece, other: Piece): Piece {
  return {
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    text: `${one.text} ${other.text}`,
    box: unite([one.box, other.box]),
    size: Math.max(one.size, other.size),
    tail: other.tail,
  };
}

/** A line as a row: each chunk gets its columns; two chunks over the same column are one text. */
export function rowOf(line: ChunkedLine, columns: readonly Column[]): TextRow {
  const pieces: Piece[] = [];
  for (const chunk of line.chunks.flatMap((one) => partAtColumns(one, columns))) {
    const piece = pieceOf(chunk, columns);
    const last = pieces.at(-1);
    if (last && piece.first <= last.last) pieces[pieces.length - 1] = joinAcross(last, piece);
    else pieces.push(piece);
  }
  return { pieces, box: line.box };
}

/** What stands between two lines of one text. */
export function lineJoint(before: string, after: string): string {
  const last = before.at(-1) ?? '';
  const first = after.at(0) ?? '';
  return isWide(last) || isWide(first) || last === '-' ? '' : ' ';
}

/** The lower piece read on behind the upper one. */
export function joinDown(upper: Piece, lower: Piece): Piece {
  return {
    first: Math.min(upper.first, lower.first),
    last: Math.max(upper.last, lower.last),
    text: upper.text + lineJoint(upper.text, lower.text) + lower.text,
    box: unite([upper.box, lower.box]),
    size: Math.max(upper.size, lower.size),
    tail: lower.tail,
  };
}

/** Would the first word of `after` have overflowed the column, had it stood on the line before? */
function isFull(before: Piece, after: Piece, columns: readonly Column[]): boolean {
  const column = columns[before.last];
  const word = after.tail.words[0];
  if (!column || !word) return false;
  const width = isWide(word.text) ? word.size : word.box[2] - word.box[0];
  return before.tail.box[2] + 0.25 * before.size + width > column.right + 0.3 * before.size;
}

const startsLikeRest = (text: string): boolean => /^[\p{Ll}(&/]/u.test(text);
const endsLikeStart = (text: string): boolean =>
  /(?:[-–,/&]|\b(?:or|and|of|in|the|for|with|to|by))$/iu.test(text);

/** Is the row only the rest of the texts of the row above? */
function continues(row: TextRow, above: TextRow, columns: readonly Column[]): boolean {
  const gap = row.box[1] - above.box[3];
  if (gap > 0.6 * (row.box[3] - row.box[1])) return false;
  const pairs = row.pieces.map((piece) => ({
    piece,
    upper: above.pieces.find((one) => one.first <= piece.last && one.last >= piece.first),
  }));
  const shared = pairs.filter((pair) => pair.upper !== undefined);
  if (shared.length === 0) return false;
  const flows = shared.every(
    ({ piece, upper }) =>
      upper !== undefined &&
      upper.first === piece.first &&
      !isFigure(piece.text) &&
      !isFigure(upper.text) &&
      isFull(upper, piece, columns),
  );
  if (!flows) return false;
  const looksCut = shared.some(
    ({ piece, upper }) =>
      startsLikeRest(piece.text) || endsLikeStart(upper?.text ?? '') || isWide(piece.text.charAt(0)),
  );
  // The label comes first and the values stand on its last line: a group's heading looks alike, so ask for more.
  if (above.pieces.length === 1 && row.pieces.length > 1) return looksCut;
  if (row.pieces.length === shared.length && above.pieces.length > 1) return true;
  return looksCut;
}

/** Is the middle row the values of a label that stands above and below it, set to the label's middle? */
function straddles(above: TextRow, row: TextRow, below: TextRow | undefined): boolean {
  const labelOnly = (one: TextRow | undefined): boolean =>
    one?.pieces.length === 1 && one.pieces[0]?.first === 0;
  return (
    below !== undefined &&
    labelOnly(above) &&
    labelOnly(below) &&
    row.pieces.every((piece) => piece.first > 0) &&
    above.box[3] > row.box[1] &&
    below.box[1] < row.box[3]
  );
}

function merge(above: TextRow, row: TextRow): TextRow {
  const rest = row.pieces.filter((piece) => !above.pieces.some((one) => one.first === piece.first));
  const joined = above.pieces.map((one) => {
    const lower = row.pieces.find((piece) => piece.first === one.first);
    return lower ? joinDown(one, lower) : one;
  });
  return {
    pieces: [...joined, ...rest].toSorted((a, b) => a.first - b.first),
    box: unite([above.box, row.box]),
  };
}

/** Positions (points) of rules across the region: no text runs on from above one to below it. */
export function joinContinuedRows(
  rows: readonly TextRow[],
  columns: readonly Column[],
  barriers: readonly number[],
): readonly TextRow[] {
  const joined: TextRow[] = [];
  let straddled = false;
  for (const [index, row] of rows.entries()) {
    const above = joined.at(-1);
    const opens = above !== undefined && straddles(above, row, rows[index + 1]);
    if (above && (opens || straddled)) {
      joined[joined.length - 1] = merge(above, row);
      straddled = opens;
      continue;
    }
    const barred = above && barriers.some((at) => at > middle(above.box) && at < middle(row.box));
    if (above && !barred && continues(row, above, columns)) joined[joined.length - 1] = merge(above, row);
    else joined.push(row);
  }
  return joined;
}

const middle = (box: Box): number => (box[1] + box[3]) / 2;
