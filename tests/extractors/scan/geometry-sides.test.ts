import { describe, expect, test } from 'vitest';
import { findDrawnRules } from '../../../extractors/scan/geometry/drawn-rules.ts';
import { findRuledCells } from '../../../extractors/scan/geometry/ruled-cells.ts';
import { inkMask } from '../../../extractors/scan/pixels/mask.ts';

const dotsPerInch = 200;
const size = { width: 700, height: 420 };

/** A table of three rows and two columns; `inRow` says where the line between the columns is drawn. */
function cellsOf(rowHeight: number, inRow: (y: number, row: number) => boolean, twin = 0): number {
  const values = new Uint8Array(size.width * size.height).fill(255);
  const dot = (x: number, y: number): void => {
    for (const shift of twin > 0 ? [0, twin] : [0, 1]) {
      values[y * size.width + x + shift] = 0;
    }
  };
  const tops = [0, 1, 2, 3].map((row) => 60 + row * rowHeight);
  for (const top of tops)
    for (let x = 60; x <= 640; x += 1) for (const y of [top, top + 1]) values[y * size.width + x] = 0;
  for (let y = 60; y <= 60 + 3 * rowHeight; y += 1) {
    dot(60, y);
    dot(640, y);
    const row = Math.floor((y - 60) / rowHeight);
    if (inRow((y - 60) % rowHeight, row)) dot(300, y);
  }
  return findRuledCells(findDrawnRules(inkMask({ ...size, values }, 128), dotsPerInch), 72 / dotsPerInch)
    .cells.length;
}

describe('the sides of cells', () => {
  test('are found in a row that is lower than a line must be long', () => {
    expect(cellsOf(42, (_, row) => row === 1)).toBe(4);
  });
  test('are found where a double line crosses one row alone', () => {
    expect(cellsOf(80, (_, row) => row === 1, 5)).toBe(4);
  });
  test('are found where the line is worn in one row', () => {
    expect(cellsOf(100, (y, row) => row !== 1 || y < 38 || y > 52)).toBe(6);
  });
  test('are found where the line is dotted in one low row', () => {
    expect(cellsOf(62, (y, row) => row !== 1 || y % 8 < 3)).toBe(6);
  });
});
