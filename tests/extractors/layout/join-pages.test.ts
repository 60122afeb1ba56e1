import { describe, expect, test } from 'vitest';
import type { DrawnCell, DrawnTable } from '../../../extractors/layout/drawn-table.ts';
import { joinPages, type PageTables } from '../../../extractors/layout/join-pages.ts';
import type { ProseLine } from '../../../extractors/layout/running-lines.ts';
import { cellKeys } from './page-builder.ts';

const xs = [40, 120, 260, 320, 380];
const head = ['一级指标', '评分标准', '分值', '得分'];

type Row = readonly (string | null)[];

/** A table of one page; `null` continues the cell above. `open` leaves its lower side undrawn. */
function tableOn(page: number, rows: readonly Row[], open?: 'below'): DrawnTable {
  const cells: DrawnCell[] = [];
  rows.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === null) return;
      let rowSpan = 1;
      while (rows[r + rowSpan]?.[c] === null) rowSpan += 1;
      const isLast = r + rowSpan === rows.length;
      cells.push({
        row: r,
        column: c,
        rowSpan,
        columnSpan: 1,
        text,
        box: [xs[c] ?? 0, 100 + r * 20, xs[c + 1] ?? 0, 100 + (r + rowSpan) * 20],
        ...(open && isLast ? { open } : {}),
      });
    });
  });
  return {
    page,
    box: [40, 100, 380, 100 + rows.length * 20],
    rowCount: rows.length,
    columnCount: 4,
    cells,
    evidence: 'ruled',
    completed: 0,
  };
}

const pageWith = (number: number, table: DrawnTable, lines: readonly ProseLine[] = []): PageTables => ({
  number,
  height: 842,
  lines,
  tables: [table],
});

const line = (text: string, y: number): ProseLine => ({ text, box: [40, y, 200, y + 10] });

const keysOf = (pages: readonly PageTables[]): readonly (readonly string[])[] =>
  joinPages(pages).map((table) => cellKeys(table.cells));

const body: readonly Row[] = [
  ['产出', '按计划完成得满分。', '10', '9'],
  ['效益', '资料齐全得满分。', '20', '18'],
  ['满意', '抽查合格得满分。', '30', '27'],
];

describe('joinPages', () => {
  test('a table with its head printed again goes on', () => {
    const [rows] = keysOf([
      pageWith(1, tableOn(1, [head, ...body])),
      pageWith(2, tableOn(2, [head, ['成本', '不超预算得满分。', '5', '5']])),
    ]);
    expect(rows).toHaveLength(20);
    expect(rows?.slice(-4)).toEqual(['4,0 1×1 成本', '4,1 1×1 不超预算得满分。', '4,2 1×1 5', '4,3 1×1 5']);
  });
  test('header, footer and page number do not stand between', () => {
    const pages = [
      pageWith(1, tableOn(1, [head, ...body]), [line('— 3 —', 800), line('某局', 30)]),
      pageWith(2, tableOn(2, [['成本', '不超预算得满分。', '5', '5']]), [line('某局', 30)]),
    ];
    expect(joinPages(pages)).toHaveLength(1);
  });
  test('other text between parts two tables', () => {
    const pages = [
      pageWith(1, tableOn(1, [head, ...body]), [line('附件二', 700)]),
      pageWith(2, tableOn(2, [['成本', '不超预算得满分。', '5', '5']])),
    ];
    expect(joinPages(pages)).toHaveLength(2);
  });
  test('another form of the same kind is not joined', () => {
    const form = (name: string): readonly Row[] => [
      ['项目名称', name, '金额', '12'],
      ['主管部门', '某局', '年度', '2023'],
      ['实施单位', '某中心', '电话', '1'],
    ];
    expect(
      joinPages([pageWith(1, tableOn(1, form('甲'))), pageWith(2, tableOn(2, form('乙')))]),
    ).toHaveLength(2);
  });
  test('a row that the page break cuts is one row where its lower side is open', () => {
    const [rows] = keysOf([
      pageWith(1, tableOn(1, [head, ...body, ['成本', '不超预算', '5', '5']], 'below')),
      pageWith(2, tableOn(2, [head, ['', '得满分。', '', '']])),
    ]);
    expect(rows?.slice(-4)).toEqual(['4,0 1×1 成本', '4,1 1×1 不超预算得满分。', '4,2 1×1 5', '4,3 1×1 5']);
  });
  test('a row whose points and name stand on the page before is its rest, and is marked', () => {
    const [table] = joinPages([
      pageWith(1, tableOn(1, [head, ...body, ['成本', '不超预算', '5', '5']])),
      pageWith(2, tableOn(2, [head, ['', '得满分。', '', '']])),
    ]);
    expect(table?.inferredRows).toEqual([4]);
    expect(table?.cells.at(-3)?.parts.map((part) => part.page)).toEqual([1, 2]);
  });
  test('two whole rows stay two, even where a browser drew no line at the page break', () => {
    const [rows] = keysOf([
      pageWith(1, tableOn(1, [head, ...body], 'below')),
      pageWith(2, tableOn(2, [['成本', '不超预算得满分。', '5', '5']])),
    ]);
    expect(rows).toHaveLength(20);
  });
  test('a group that goes on over the page break is one cell', () => {
    const [rows] = keysOf([
      pageWith(1, tableOn(1, [head, ['产出', '甲。', '10', '9'], [null, '乙。', '10', '9']])),
      pageWith(2, tableOn(2, [head, ['', '丙。', '10', '9'], [null, '丁。', '10', '9']])),
    ]);
    expect(rows).toContain('1,0 4×1 产出');
  });
  test('a page that lacks one of the column lines is joined with that column spanned', () => {
    const narrow = tableOn(2, [head]);
    const total: DrawnTable = {
      ...narrow,
      columnCount: 3,
      cells: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '总分', box: [40, 100, 260, 120] },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '100', box: [260, 100, 320, 120] },
        { row: 0, column: 2, rowSpan: 1, columnSpan: 1, text: '95', box: [320, 100, 380, 120] },
      ],
    };
    const [rows] = keysOf([pageWith(1, tableOn(1, [head, ...body])), pageWith(2, total)]);
    expect(rows?.slice(-3)).toEqual(['4,0 1×2 总分', '4,2 1×1 100', '4,3 1×1 95']);
  });
  test('tables of other columns are two', () => {
    const other = tableOn(2, body);
    const shifted = {
      ...other,
      cells: other.cells.map((cell) => ({
        ...cell,
        box: [cell.box[0] + 8, cell.box[1], cell.box[2] + 8, cell.box[3]] as const,
      })),
    };
    expect(joinPages([pageWith(1, tableOn(1, [head, ...body])), pageWith(2, shifted)])).toHaveLength(2);
  });
});

test('a table over very many pages is one, its rows in order, without looking through it page by page', () => {
  const count = 400;
  const pages = Array.from({ length: count }, (_, index): PageTables => {
    const number = index + 1;
    const cells = Array.from({ length: 60 }, (_unused, at) => ({
      row: Math.floor(at / 3),
      column: at % 3,
      rowSpan: 1,
      columnSpan: 1,
      text: `p${number}c${at}`,
      box: [40 + 100 * (at % 3), 0, 140 + 100 * (at % 3), 10] as const,
    }));
    const table = { page: number, box: [40, 0, 340, 800] as const, rowCount: 20, columnCount: 3, cells };
    return { number, height: 842, lines: [], tables: [{ ...table, evidence: 'ruled', completed: 0 }] };
  });
  const [joined, ...others] = joinPages(pages);
  expect(others).toEqual([]);
  expect(joined?.rowCount).toBe(20 * count);
  expect(joined?.cells.every((cell, index) => cell.row * 3 + cell.column === index)).toBe(true);
});

test('a head that stands alone at the foot of a page is no part of the row on the next', () => {
  const upper = tableOn(1, [['单位', '水利局', '', ''], head], 'below');
  const [first] = keysOf([pageWith(1, upper), pageWith(2, tableOn(2, [['产出', '', '10', '9'], ...body]))]);
  expect(first).toEqual(
    expect.arrayContaining(head.map((text) => expect.stringMatching(new RegExp(`${text}$`)))),
  );
});
