import type { Chunk, ChunkedLine } from './chunks.ts';

/** The x-range of a column's ink, in points. */
export type Column = { readonly left: number; readonly right: number };

/** Share of the lines that may reach over a gap between columns (headings, long labels). */
const mostBridges = 0.08;

/** Least width of a gap between columns, as a share of the text size. */
const narrowest = 0.3;

/**
 * The columns of some lines: the x-ranges between vertical strips that (nearly) no chunk crosses. Lines should be rows of
 * the body, where most columns hold something.
 */
export function findColumns(lines: readonly ChunkedLine[], size: number): readonly Column[] {
  const chunks = lines.flatMap((line) => line.chunks);
  const edges = chunks
    .flatMap((chunk) => [
      { at: chunk.box[0], step: 1 },
      { at: chunk.box[2], step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.step - b.step);
  const allowed = Math.floor(mostBridges * lines.length);
  const columns: Column[] = [];
  let depth = 0;
  let left: number | undefined;
  for (const { at, step } of edges) {
    const before = depth;
    depth += step;
    if (before <= allowed && depth > allowed) left = at;
    if (before > allowed && depth <= allowed && left !== undefined) {
      const last = columns.at(-1);
      if (last && left - last.right < narrowest * size)
        columns[columns.length - 1] = { left: last.left, right: at };
      else columns.push({ left, right: at });
      left = undefined;
    }
  }
  return columns.filter((column) => column.right - column.left > narrowest * size);
}

/** First and last column that a chunk stands over. */
export type Reach = { readonly first: number; readonly last: number };

/** Share of the narrower of chunk and column that must overlap before the chunk counts as standing over the column. */
const standsOver = 0.25;

/** The columns that a chunk stands over; the nearest one if it stands over none. */
export function reachOf(chunk: Chunk, columns: readonly Column[]): Reach {
  const [left, , right] = chunk.box;
  const over = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => {
      const shared = Math.min(right, column.right) - Math.max(left, column.left);
      return shared > standsOver * Math.min(right - left, column.right - column.left);
    })
    .map(({ index }) => index);
  const first = over[0];
  const last = over.at(-1);
  if (first !== undefined && last !== undefined) return { first, last };
  const middle = (left + right) / 2;
  const distance = (column: Column): number => Math.max(column.left - middle, middle - column.right, 0);
  const nearest = columns.reduce(
    (best, column, index) => (distance(column) < distance(columns[best] ?? column) ? index : best),
    0,
  );
  return { first: nearest, last: nearest };
}
