import { describe, expect, test } from 'vitest';
import type { DrawnTable } from '../../../extractors/layout/drawn-table.ts';
import { findRuledTables } from '../../../extractors/layout/ruled-tables.ts';
import { glyphsAt, pageOf, stroke } from './page-builder.ts';

const xs = [40, 140, 240, 300];
const ys = [100, 120, 140, 160, 180, 200];
const usual = { xs, ys };
const names = ['指标', '供餐学校数量', '食品抽检批次', '食材合格率', '任务完成时间'];
const figures = ['得分', '50', '50', '7.5', '10'];

type Raster = { readonly xs: readonly number[]; readonly ys: readonly number[] };

/** A grid without the side between rows `line - 1` and `line` of one column. */
function gridWithout(line: number, column: number, { xs, ys }: Raster = usual) {
  const across = ys.flatMap((y, row) =>
    xs
      .slice(0, -1)
      .flatMap((x, at) => (row === line && at === column ? [] : [stroke(x, y, xs[at + 1] ?? x, y)])),
  );
  return [...across, ...xs.map((x) => stroke(x, ys[0] ?? 0, x, ys.at(-1) ?? 0))];
}

const column = (texts: readonly string[], x: number) =>
  texts.flatMap((text, row) => glyphsAt(text, x + 5, (ys[row] ?? 0) + 5));

const read = (glyphs: ReturnType<typeof glyphsAt>, line: number, at: number): DrawnTable | undefined =>
  findRuledTables(pageOf({ glyphs, segments: gridWithout(line, at) }), 10)[0];

const textsIn = (table: DrawnTable | undefined, at: number): readonly string[] =>
  table?.cells.filter((cell) => cell.column === at).map((cell) => cell.text) ?? [];

const levels = column(['级', '甲', '乙', '丙', '丁'], 40);
const others = [...levels, ...column(figures, 240)];

describe('a side that was not drawn between two cells of a column', () => {
  test('is implied where each text stands in its row as the texts beside it', () => {
    const table = read([...others, ...column(names, 140)], 2, 1);
    expect(textsIn(table, 1)).toEqual(names);
    expect(table?.impliedEdges).toBe(1);
    expect(table?.doubtful).toEqual([]);
  });
  test('is implied between two figures', () => {
    const table = read([...levels, ...column(names, 140), ...column(figures, 240)], 2, 2);
    expect(textsIn(table, 2)).toEqual(figures);
  });
  test('is implied between a heading and what stands below it', () => {
    const table = read([...others, ...column(names, 140)], 1, 1);
    expect(textsIn(table, 1)).toEqual(names);
  });
  test('is implied beside a blank cell where texts are known to stand in the middle of their cells', () => {
    const tall = [100, 120, 140, 160, 180, 230];
    const glyphs = ['指标', '甲甲', '', '丙丙', '丁丁'].flatMap((text, row) => {
      const y = ((tall[row] ?? 0) + (tall[row + 1] ?? 0)) / 2 - 5;
      return [
        ...glyphsAt(names[row] ?? '', 45, y),
        ...glyphsAt(text, 145, y),
        ...glyphsAt(figures[row] ?? '', 245, y),
      ];
    });
    const [table] = findRuledTables(pageOf({ glyphs, segments: gridWithout(2, 1, { xs, ys: tall }) }), 10);
    expect(textsIn(table, 1)).toEqual(['指标', '甲甲', '', '丙丙', '丁丁']);
  });
});

describe('a cell over several rows stays one', () => {
  const whole = (text: readonly { readonly text: string; readonly y: number }[]) => {
    const rest = [0, 3, 4].flatMap((row) => glyphsAt(names[row] ?? '', 145, (ys[row] ?? 0) + 5));
    return read([...others, ...rest, ...text.flatMap((line) => glyphsAt(line.text, 145, line.y))], 2, 1);
  };
  test('when its one line stands in its middle', () => {
    const table = whole([{ text: '数量指标', y: 135 }]);
    expect(textsIn(table, 1)).toEqual(['指标', '数量指标', '食材合格率', '任务完成时间']);
    expect(table?.impliedEdges).toBe(0);
  });
  test('when its lines follow each other closely around its middle', () => {
    const table = whole([
      { text: '按时足额发放补助', y: 128.5 },
      { text: '资金到位', y: 141.5 },
    ]);
    expect(table?.impliedEdges).toBe(0);
    expect(textsIn(table, 1)).toHaveLength(4);
  });
  test('when a line of its text runs over the height at which it might be parted', () => {
    const table = whole([
      { text: '按时足额发放补助', y: 122 },
      { text: '资金到位', y: 135 },
      { text: '及时', y: 148 },
    ]);
    expect(table?.impliedEdges).toBe(0);
  });
});

test('a cell that may be one or two is left as drawn and named', () => {
  const tight = { xs: [40, 140, 240, 266], ys: [100, 116, 132, 148, 164, 180] };
  // In rows as low as lines, the second figure may be what did not fit on the line of the first.
  const glyphs = ['分', '10', '20', '30', '40'].flatMap((figure, row) => [
    ...glyphsAt(names[row] ?? '', 45, (tight.ys[row] ?? 0) + 3),
    ...glyphsAt('甲乙', 145, (tight.ys[row] ?? 0) + 3),
    ...glyphsAt(figure, 248, (tight.ys[row] ?? 0) + 3),
  ]);
  const [table] = findRuledTables(pageOf({ glyphs, segments: gridWithout(2, 2, tight) }), 10);
  expect(table?.impliedEdges).toBe(0);
  expect(table?.doubtful).toEqual([[240, 116, 266, 148]]);
});
