import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/index.ts';
import type { Grid } from '../../../model/extraction.ts';
import { gb18030, utf16be, utf16le } from './encode.ts';
import { gridsOf, matrixOf, read } from './read.ts';

/** Cells that mean nothing special in any of the notations. */
const cell = fc
  .array(fc.constantFrom(...'得分指标完成率满意度部门预算执行０１％（）≥。①abc0123456789.,%'.split('')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((characters) => characters.join(''));
const gb2312Cell = cell.map((text) => text.replace(/[①]/g, '一'));

const tableOf = (content: fc.Arbitrary<string>): fc.Arbitrary<readonly (readonly string[])[]> =>
  fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
    fc.array(fc.array(content, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const sometimesEmpty = fc.oneof({ weight: 4, arbitrary: cell }, fc.constant(''));

const tsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\r\n');
const markdown = ([head = [], ...body]: readonly (readonly string[])[]): string => {
  const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
};

const runs = { numRuns: 60 };

describe('round trips', () => {
  test('a table written as TSV in any encoding comes back the same', async () => {
    const encoders = [(text: string): Uint8Array => new TextEncoder().encode(text), utf16le, utf16be];
    await fc.assert(
      fc.asyncProperty(tableOf(cell), fc.constantFrom(...encoders), async (rows, encode) => {
        expect(gridsOf(await read(encode(tsv(rows)))).map(matrixOf)).toEqual([rows]);
      }),
      runs,
    );
    await fc.assert(
      fc.asyncProperty(tableOf(gb2312Cell), async (rows) => {
        const text = `部门整体支出绩效自评表\n${tsv(rows)}`;
        expect(gridsOf(await read(gb18030(text))).map(matrixOf)).toEqual([rows]);
      }),
      runs,
    );
  });
  test('a table written as Markdown or HTML comes back the same', async () => {
    await fc.assert(
      fc.asyncProperty(tableOf(cell), async (rows) => {
        expect(gridsOf(await read(markdown(rows))).map(matrixOf)).toEqual([rows]);
        const html = rows
          .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
          .join('\n');
        expect(gridsOf(await read(`<table>${html}</table>`)).map(matrixOf)).toEqual([rows]);
      }),
      runs,
    );
  });
  test('cells that are empty leave the others where they are', async () => {
    await fc.assert(
      fc.asyncProperty(tableOf(sometimesEmpty), async (rows) => {
        const read_ = gridsOf(await read(`x\n${tsv([['头', ...(rows[0] ?? [])], ...rows])}`))[0];
        const expected = rows.flatMap((row, index) =>
          row.flatMap((text, column) => (text === '' ? [] : [[index + 1, column, text]])),
        );
        expect(
          read_?.cells.filter(({ row }) => row > 0).map(({ row, column, text }) => [row, column, text]),
        ).toEqual(expected);
      }),
      runs,
    );
  });
});

const notation = fc.constantFrom(
  '\t',
  '\n',
  '|',
  '---',
  ',',
  '"',
  '  ',
  '\f',
  '<table>',
  '</table>',
  '<tr>',
  '<td rowspan=3>',
  '<td colspan=2>',
  '</td>',
  '<br>',
  '&lt;',
  '得分',
  '9.5',
  '第 2 页',
  '**',
  '\\|',
  '<input type=checkbox checked>',
  '\r\n',
  '| a | b |\n|--|--|\n',
);

describe('any file', () => {
  test('every cell lies inside its grid, drawn grids are tiled, places are true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(notation, { maxLength: 60 }), async (pieces) => {
        const bytes = new TextEncoder().encode(`表${pieces.join('')}`);
        const grids = gridsOf(await read(bytes));
        for (const [table, grid] of grids.entries()) {
          expect(grid.place.table).toBe(table);
          expectInside(grid);
        }
      }),
      { numRuns: 300 },
    );
  });
  test('files that are cut or hold flipped bytes are read or refused', async () => {
    const whole = new TextEncoder().encode(
      '标题\n一级\t分值\n"a\nb"\t1\n\n|a|b|\n|-|-|\n<table><tr><td rowspan=2>x<td>y<tr><td>z</table>\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), async (end, at, byte) => {
        const damaged = whole.slice(0, end);
        if (at < end) damaged[at] = byte;
        const result = await extract(damaged, 'x');
        if (result.ok) gridsOf(result.value).forEach(expectInside);
      }),
      { numRuns: 300 },
    );
  });
});

function expectInside(grid: Grid): void {
  const covered = new Map<string, number>();
  for (const cell of grid.cells) {
    expect(
      cell.row + cell.rowSpan <= grid.rowCount && cell.column + cell.columnSpan <= grid.columnCount,
    ).toBe(true);
    expect(cell.place).toMatchObject({ table: grid.place.table, row: cell.row, column: cell.column });
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        covered.set(`${row},${column}`, (covered.get(`${row},${column}`) ?? 0) + 1);
      }
    }
  }
  expect([...covered.values()].every((times) => times === 1)).toBe(true);
  if (grid.arrangement === 'drawn') expect(covered.size).toBe(grid.rowCount * grid.columnCount);
}
