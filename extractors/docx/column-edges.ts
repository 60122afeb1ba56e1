/**
 * Edges that lie closer together than this are one (twips, 1/1440 inch): 2 mm is narrower than any cell that holds a
 * character, and wider than the slips of a table drawn by hand and the usual cell margin (108 twips) by which rows differ.
 */
const tolerance = 115;

/** The number of the column that begins at an edge. */
export type ColumnOf = (edge: number) => number;

/** Puts the edges of all rows of a table into one order from left to right; edges that nearly meet are the same. */
export function unifyEdges(edges: Iterable<number>): ColumnOf {
  const sorted = [...new Set(edges)].sort((left, right) => left - right);
  const columns = new Map<number, number>();
  let column = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const edge of sorted) {
    if (edge - start > tolerance) {
      column += 1;
      start = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
