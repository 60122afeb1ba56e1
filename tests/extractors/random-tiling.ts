import fc from 'fast-check';

/** A rectangle of a random table. */
export type Tile = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
};

/** Random tilings of up to 7 × 7 slots in which every row and every column has a cell of its own. */
export const tilings: fc.Arbitrary<readonly Tile[]> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 1, max: 7 }),
    seeds: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 98, maxLength: 98 }),
  })
  .map(({ rows, columns, seeds }) => tile(rows, columns, seeds))
  .filter((tiles) => isReduced(tiles));

function tile(rows: number, columns: number, seeds: readonly number[]): readonly Tile[] {
  const taken = new Set<number>();
  const tiles: Tile[] = [];
  for (let slot = 0; slot < rows * columns; slot += 1) {
    if (taken.has(slot)) continue;
    const row = Math.floor(slot / columns);
    const column = slot % columns;
    let columnSpan = 1;
    while (
      columnSpan <= (seeds[slot * 2] ?? 0) &&
      column + columnSpan < columns &&
      !taken.has(slot + columnSpan)
    ) {
      columnSpan += 1;
    }
    const rowSpan = Math.min(1 + (seeds[slot * 2 + 1] ?? 0), rows - row);
    for (let down = 0; down < rowSpan; down += 1) {
      for (let step = 0; step < columnSpan; step += 1) taken.add(slot + down * columns + step);
    }
    tiles.push({ row, column, rowSpan, columnSpan, text: `t${row}.${column}` });
  }
  return tiles;
}

function isReduced(tiles: readonly Tile[]): boolean {
  const rows = Math.max(...tiles.map((each) => each.row + each.rowSpan));
  const columns = Math.max(...tiles.map((each) => each.column + each.columnSpan));
  const starts = (of: (each: Tile) => number): number => new Set(tiles.map(of)).size;
  return starts((each) => each.row) === rows && starts((each) => each.column) === columns;
}

/** The same without spans and texts changed: what a reader must give back. */
export function plain(cells: readonly Tile[]): readonly Tile[] {
  return cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    text,
  }));
}

/** The tiles of each row, for writers that go row by row. */
export function byRow(tiles: readonly Tile[]): readonly (readonly Tile[])[] {
  const rows = Math.max(...tiles.map((each) => each.row + each.rowSpan));
  return Array.from({ length: rows }, (_, row) => tiles.filter((each) => each.row === row));
}
