import { describe, expect, test } from 'vitest';
import { drawPage } from '../../../extractors/layout/draw-page.ts';
import { findRuledTables } from '../../../extractors/layout/ruled-tables.ts';
import { cellKeys, glyphsAt, gridLines, pageOf, stroke, textRows } from './page-builder.ts';

const xs = [40, 140, 200, 260];
const ys = [100, 120, 140, 160];
const words = [
  ['指标', '分值', '得分'],
  ['数量', '10', '9'],
  ['质量', '20', '18'],
];
const filled = words.flatMap((row, r) =>
  row.flatMap((text, c) => glyphsAt(text, (xs[c] ?? 0) + 5, (ys[r] ?? 0) + 5)),
);

describe('findRuledTables', () => {
  test('a full grid gives its cells with their boxes', () => {
    const [table] = findRuledTables(pageOf({ glyphs: filled, segments: gridLines(xs, ys) }), 10);
    expect(textRows(table ?? { rowCount: 0, cells: [] })).toEqual(words);
    expect(table?.cells[4]?.box).toEqual([140, 120, 200, 140]);
  });
  test('white lines and invisible ones part nothing', () => {
    const unseen = gridLines(xs, ys).map((one, index) => ({
      ...one,
      colour: index % 2 ? ([255, 255, 255, 255] as const) : ([0, 0, 0, 0] as const),
    }));
    expect(findRuledTables(pageOf({ glyphs: filled, segments: unseen }), 10)).toEqual([]);
  });
  test('white lines between coloured cells part them', () => {
    const white = gridLines(xs, ys).map((one) => ({ ...one, colour: [255, 255, 255, 255] as const }));
    const ground = [{ box: [40, 100, 260, 160] as const, colour: [30, 60, 120, 255] as const, order: 0 }];
    const [table] = findRuledTables(pageOf({ glyphs: filled, segments: white, fills: ground }), 10);
    expect(table?.cells).toHaveLength(9);
  });
  test('cells told apart by shading alone are cells', () => {
    const fills = words.flatMap((row, r) =>
      row.map((_, c) => ({
        box: [
          (xs[c] ?? 0) + 0.5,
          (ys[r] ?? 0) + 0.5,
          (xs[c + 1] ?? 0) - 0.5,
          (ys[r + 1] ?? 0) - 0.5,
        ] as const,
        colour: [200, 220, 240 - r, 255] as const,
        order: r * 3 + c,
      })),
    );
    const [table] = findRuledTables(pageOf({ glyphs: filled, fills }), 10);
    expect(textRows(table ?? { rowCount: 0, cells: [] })).toEqual(words);
  });
  test('rows of figures that no line parts are rows', () => {
    const glyphs = ['甲', '乙', '丙'].flatMap((name, row) => [
      ...glyphsAt(name, 45, 125 + row * 14),
      ...glyphsAt(`${row + 1}0`, 150, 125 + row * 14),
      ...glyphsAt(`${row + 1}.5`, 210, 125 + row * 14),
    ]);
    const head = (words[0] ?? []).flatMap((text, c) => glyphsAt(text, (xs[c] ?? 0) + 5, 105));
    const segments = gridLines(xs, [100, 120, 170]);
    const [table] = findRuledTables(pageOf({ glyphs: [...head, ...glyphs], segments }), 10);
    expect(table?.rowCount).toBe(4);
    expect(textRows(table ?? { rowCount: 0, cells: [] })[2]).toEqual(['乙', '20', '2.5']);
  });
  test('a number broken over two lines in two columns does not part the row', () => {
    const glyphs = [
      ...glyphsAt('甲', 45, 125),
      ...glyphsAt('1234.', 141, 125, 20),
      ...glyphsAt('5', 141, 147, 20),
      ...glyphsAt('9876.', 201, 125, 20),
      ...glyphsAt('5', 201, 147, 20),
    ];
    const [table] = findRuledTables(pageOf({ glyphs, segments: gridLines(xs, [100, 120, 170]) }), 20);
    expect(table?.rowCount ?? 2).toBe(2);
  });
  test('lines that run through words are a chart', () => {
    const glyphs = glyphsAt('abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr', 45, 105);
    expect(findRuledTables(pageOf({ glyphs, segments: gridLines(xs, ys) }), 10)).toEqual([]);
  });
  test('a numbered caption and the notes inside the frame are no rows', () => {
    const frame = [
      ...gridLines(xs, ys),
      stroke(40, 80, 260, 80),
      stroke(40, 180, 260, 180),
      stroke(40, 80, 40, 180),
      stroke(260, 80, 260, 180),
    ];
    const glyphs = [...filled, ...glyphsAt('Table 1. Points', 45, 85), ...glyphsAt('Note: none', 45, 165)];
    const [table] = findRuledTables(pageOf({ glyphs, segments: frame }), 10);
    expect(table?.rowCount).toBe(3);
    expect(table?.box).toEqual([40, 100, 260, 160]);
  });
  test('a row over the whole width parts no table whose sides are open', () => {
    const segments = [
      ...[100, 120, 140, 160].map((y) => stroke(40, y, 260, y)),
      ...[100, 140].flatMap((y) => [stroke(140, y, 140, y + 20), stroke(200, y, 200, y + 20)]),
    ];
    const tables = findRuledTables(pageOf({ glyphs: filled, segments }), 10);
    expect(tables.map((table) => cellKeys(table.cells)[3])).toEqual(['1,0 1×3 数量 10 9']);
  });
  test('a first row whose upper side is open is a row', () => {
    const segments = [
      ...[120, 140, 160].map((y) => stroke(40, y, 260, y)),
      ...[40, 140, 200, 260].map((x) => stroke(x, x === 140 ? 100 : 120, x, 160)),
    ];
    const [table] = findRuledTables(pageOf({ glyphs: filled, segments }), 10);
    expect(table?.rowCount).toBe(3);
  });
  test('two tables side by side are two', () => {
    const right = xs.map((x) => x + 300);
    const glyphs = [
      ...filled,
      ...filled.map((one) => ({
        ...one,
        box: [one.box[0] + 300, one.box[1], one.box[2] + 300, one.box[3]] as const,
      })),
    ];
    const segments = [...gridLines(xs, ys), ...gridLines(right, ys)];
    expect(findRuledTables(pageOf({ glyphs, segments }), 10)).toHaveLength(2);
  });
  test('a broken line is completed so that cells stay rectangles', () => {
    const segments = [
      ...gridLines([40, 140, 260], [100, 160]),
      stroke(40, 120, 140, 120),
      stroke(140, 140, 260, 140),
      stroke(200, 100, 200, 120),
    ];
    const [table] = findRuledTables(pageOf({ glyphs: filled, segments }), 10);
    const area = table?.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
    expect(area).toBe((table?.rowCount ?? 0) * (table?.columnCount ?? 0));
  });
  test('the drawing shows lines, crossings and cells, and escapes the document', () => {
    const page = pageOf({ glyphs: [...filled, ...glyphsAt('<a>', 300, 300)], segments: gridLines(xs, ys) });
    const svg = drawPage(page, findRuledTables(page, 10));
    expect(svg.match(/<circle/g)).toHaveLength(16);
    expect(svg).toContain('>&lt;<');
    expect(cellKeys(findRuledTables(page, 10)[0]?.cells ?? [])).toHaveLength(9);
  });
});
