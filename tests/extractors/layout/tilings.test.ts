import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fill, Segment } from '../../../extractors/layout/page-content.ts';
import { findRuledTables } from '../../../extractors/layout/ruled-tables.ts';
import { cellKeys, glyphsAt, pageOf } from './page-builder.ts';

type Tile = { row: number; column: number; rowSpan: number; columnSpan: number; text: string };

/** Sizes of the raster and rectangles to merge where they are free. */
const plan = fc.record({
  rows: fc.integer({ min: 2, max: 6 }),
  columns: fc.integer({ min: 2, max: 6 }),
  merges: fc.array(
    fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    {
      maxLength: 6,
    },
  ),
});

function tilesOf({
  rows,
  columns,
  merges,
}: {
  rows: number;
  columns: number;
  merges: [number, number, number, number][];
}) {
  const taken = Array.from({ length: rows }, () => Array<boolean>(columns).fill(false));
  const tiles: Tile[] = [];
  const free = (row: number, column: number, rowSpan: number, columnSpan: number): boolean =>
    row + rowSpan <= rows &&
    column + columnSpan <= columns &&
    taken.slice(row, row + rowSpan).every((line) => !line.slice(column, column + columnSpan).includes(true));
  const take = (row: number, column: number, rowSpan: number, columnSpan: number): void => {
    if (!free(row, column, rowSpan, columnSpan)) return;
    for (const line of taken.slice(row, row + rowSpan)) line.fill(true, column, column + columnSpan);
    tiles.push({ row, column, rowSpan, columnSpan, text: `t${row}x${column}` });
  };
  for (const [row, column, rowSpan, columnSpan] of merges) take(row, column, rowSpan, columnSpan);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) take(row, column, 1, 1);
  return tiles.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** Every line of the raster must part something, or no drawing could show it. */
function isTight(tiles: readonly Tile[], rows: number, columns: number): boolean {
  return (
    new Set(tiles.map((tile) => tile.row)).size === rows &&
    new Set(tiles.map((tile) => tile.column)).size === columns
  );
}

const across = 60;
const down = 24;
const at = { x: 40, y: 60 };

type Side = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

function sidesOf(tile: Tile): readonly Side[] {
  const left = at.x + tile.column * across;
  const top = at.y + tile.row * down;
  const right = left + tile.columnSpan * across;
  const bottom = top + tile.rowSpan * down;
  return [
    { from: [left, top], to: [right, top] },
    { from: [left, bottom], to: [right, bottom] },
    { from: [left, top], to: [left, bottom] },
    { from: [right, top], to: [right, bottom] },
  ];
}

const textOf = (tile: Tile) =>
  glyphsAt(tile.text, at.x + tile.column * across + 6, at.y + tile.row * down + 7);

const colour = [0, 0, 0, 255] as const;

function tablesFrom(
  tiles: readonly Tile[],
  drawn: { segments?: readonly Segment[]; fills?: readonly Fill[] },
) {
  return findRuledTables(pageOf({ glyphs: tiles.flatMap(textOf), ...drawn }), 10);
}

function expectTiles(
  tiles: readonly Tile[],
  drawn: { segments?: readonly Segment[]; fills?: readonly Fill[] },
): void {
  const tables = tablesFrom(tiles, drawn);
  expect(tables).toHaveLength(1);
  expect(cellKeys(tables[0]?.cells ?? [])).toEqual(cellKeys(tiles));
}

const segment = (side: Side, shift: number): Segment => ({
  from: [side.from[0] + shift, side.from[1] + shift],
  to: [side.to[0] + shift, side.to[1] + shift],
  width: 0.5,
  colour,
});

const tight = plan.filter((one) => isTight(tilesOf(one), one.rows, one.columns));
const runs = { numRuns: 60 };

describe('a drawn tiling comes back as its cells', () => {
  test('drawn with strokes that miss each other by up to a point', () => {
    fc.assert(
      fc.property(
        tight,
        fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 7 }),
        (one, jitter) => {
          const tiles = tilesOf(one);
          const sides = tiles.flatMap(sidesOf);
          expectTiles(tiles, {
            segments: sides.map((side, index) => segment(side, jitter[index % jitter.length] ?? 0)),
          });
        },
      ),
      runs,
    );
  });

  test('drawn with thin filled bars', () => {
    fc.assert(
      fc.property(tight, (one) => {
        const tiles = tilesOf(one);
        const fills = tiles.flatMap(sidesOf).map(
          ({ from, to }, order): Fill => ({
            box: [from[0] - 0.4, from[1] - 0.4, to[0] + 0.4, to[1] + 0.4],
            colour,
            order,
          }),
        );
        expectTiles(tiles, { fills });
      }),
      runs,
    );
  });

  test('drawn with double lines', () => {
    fc.assert(
      fc.property(tight, (one) => {
        const tiles = tilesOf(one);
        const segments = tiles.flatMap(sidesOf).flatMap((side) => [segment(side, -0.8), segment(side, 0.8)]);
        expectTiles(tiles, { segments });
      }),
      runs,
    );
  });

  test('drawn without the lines of its left and right side', () => {
    fc.assert(
      fc.property(tight, (one) => {
        const tiles = tilesOf(one);
        const [left, right] = [at.x, at.x + one.columns * across];
        const isOuter = ({ from, to }: Side): boolean =>
          from[0] === to[0] && (from[0] === left || from[0] === right);
        const inner = tiles.flatMap(sidesOf).filter((side) => !isOuter(side));
        // Without any vertical line there is nothing that crosses.
        fc.pre(inner.some((side) => side.from[0] === side.to[0]));
        fc.pre(!tiles.some((tile) => tile.rowSpan === one.rows));
        // Open on both sides, a row over the whole width shows only where it is the first or last and of one line's height.
        const isWide = (tile: Tile): boolean => tile.columnSpan === one.columns;
        const isLost = (tile: Tile): boolean =>
          tile.rowSpan > 1 || (tile.row > 0 && tile.row + tile.rowSpan < one.rows);
        fc.pre(!tiles.some((tile) => isWide(tile) && isLost(tile)));
        expectTiles(tiles, { segments: inner.map((side) => segment(side, 0)) });
      }),
      runs,
    );
  });
});
