import { describe, expect, test } from 'vitest';
import { findAlignedTables } from '../../../extractors/layout/aligned-tables.ts';
import { cellKeys, glyphsAt, pageOf, stroke, textRows } from './page-builder.ts';

const rowAt = (y: number, ...texts: readonly (readonly [string, number])[]) =>
  texts.flatMap(([text, x]) => glyphsAt(text, x, y));

const figures = (y: number, label: string, ...values: readonly string[]) =>
  rowAt(y, [label, 40], ...values.map((value, index) => [value, 200 + index * 80] as const));

describe('findAlignedTables', () => {
  test('columns of figures without any line are a table', () => {
    const glyphs = [
      ...rowAt(100, ['Unit', 40], ['Points', 195], ['Score', 277]),
      ...figures(115, 'Alpha', '10', '9.5'),
      ...figures(130, 'Beta', '20', '18.0'),
      ...figures(145, 'Gamma', '30', '27.5'),
    ];
    const [table] = findAlignedTables(pageOf({ glyphs }), 10);
    expect(textRows(table ?? { rowCount: 0, cells: [] })).toEqual([
      ['Unit', 'Points', 'Score'],
      ['Alpha', '10', '9.5'],
      ['Beta', '20', '18.0'],
      ['Gamma', '30', '27.5'],
    ]);
  });
  test('a heading over several columns with its underline spans them', () => {
    const glyphs = [
      ...rowAt(100, ['Both', 235]),
      ...rowAt(118, ['Unit', 40], ['Points', 195], ['Score', 277]),
      ...figures(136, 'Alpha', '10', '9.5'),
      ...figures(151, 'Beta', '20', '18.0'),
      ...figures(166, 'Gamma', '30', '27.5'),
    ];
    const segments = [
      stroke(40, 95, 310, 95),
      stroke(190, 114, 310, 114),
      stroke(40, 132, 310, 132),
      stroke(40, 180, 310, 180),
    ];
    const [table] = findAlignedTables(pageOf({ glyphs, segments }), 10);
    expect(cellKeys(table?.cells ?? []).slice(0, 4)).toEqual([
      '0,0 2×1 Unit',
      '0,1 1×2 Both',
      '1,1 1×1 Points',
      '1,2 1×1 Score',
    ]);
  });
  test('dot leaders part a label from its figure', () => {
    const glyphs = [1, 2, 3, 4].flatMap((row) => [
      ...glyphsAt(`Item${row} ...............`, 40, 100 + row * 15),
      ...glyphsAt(`${row}5`, 160, 100 + row * 15),
      ...glyphsAt(`${row}7`, 220, 100 + row * 15),
    ]);
    const [table] = findAlignedTables(pageOf({ glyphs }), 10);
    expect(textRows(table ?? { rowCount: 0, cells: [] })[0]).toEqual(['Item1', '15', '17']);
  });
  test('running text is no table', () => {
    const glyphs = Array.from({ length: 12 }, (_, line) =>
      glyphsAt('the quick brown fox jumps over the lazy dog and runs away', 40, 100 + line * 14),
    ).flat();
    expect(findAlignedTables(pageOf({ glyphs }), 10)).toEqual([]);
  });
  test('two columns of running text are no table', () => {
    const glyphs = Array.from({ length: 12 }, (_, line) => [
      ...glyphsAt('the quick brown fox jumps over the lazy dog', 40, 100 + line * 14),
      ...glyphsAt('and then it runs away into the dark forest', 300, 100 + line * 14),
    ]).flat(2);
    expect(findAlignedTables(pageOf({ glyphs }), 10)).toEqual([]);
  });
  test('a bulleted list is no table', () => {
    const glyphs = Array.from({ length: 6 }, (_, line) => [
      ...glyphsAt('•', 40, 100 + line * 14),
      ...glyphsAt('one point of several', 60, 100 + line * 14),
    ]).flat(2);
    expect(findAlignedTables(pageOf({ glyphs }), 10)).toEqual([]);
  });
});
