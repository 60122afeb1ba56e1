import { describe, expect, test } from 'vitest';
import { lostWalls } from '../../../extractors/scan/geometry/lost-walls.ts';
import type { RuledCell } from '../../../extractors/scan/geometry/ruled-cells.ts';
import type { InkPart } from '../../../extractors/scan/lines/ink-parts.ts';

const em = 20;

const cell = (row: number, [left, right]: readonly [number, number], columnSpan = 1): RuledCell => ({
  table: 0,
  row,
  column: left < 100 ? 0 : 1,
  columnSpan,
  box: { left, right, top: 40 * row, bottom: 40 * row + 40 },
});

const ink = (left: number, right: number, top = 10): InkPart => ({
  left,
  right,
  top,
  bottom: top + 18,
  area: 90,
});

/** A row of one cell over two columns of 100 and 200 pixels, above a row with both. */
const wallsIn = (...parts: readonly InkPart[]): readonly number[] =>
  lostWalls(
    [
      { cell: cell(0, [0, 300], 2), parts },
      { cell: cell(1, [0, 100]), parts: [ink(40, 60, 50)] },
      { cell: cell(1, [100, 300]), parts: [ink(190, 210, 50)] },
    ],
    em,
  ).map(({ at }) => at);

describe('a side that was lost between two cells', () => {
  test('is put between two texts that stand in the middle of either', () => {
    expect(wallsIn(ink(30, 70), ink(180, 220))).toEqual([100]);
  });
  test('is not put into a heading over both columns, nor through a word', () => {
    expect(wallsIn(ink(120, 140), ink(160, 180))).toEqual([]);
    expect(wallsIn(ink(80, 98), ink(102, 120))).toEqual([]);
  });
  test('is not put between a label and what follows it at the left', () => {
    expect(wallsIn(ink(4, 44), ink(112, 152))).toEqual([]);
  });
  test('is not put through several lines', () => {
    expect(wallsIn(ink(30, 70, 2), ink(180, 220, 22))).toEqual([]);
  });
});
