import { describe, expect, test } from 'vitest';
import { cellsOf, gridsOf, proseOf, read } from './read.ts';

describe('tab-separated text', () => {
  test('runs are ragged grids, blank lines part them, and the column is the field number', async () => {
    const read_ = await read('\n标题\n\n一级\t分值\t\t\n\t10\n\n一级\t分值\n备注\n');
    expect(proseOf(read_)).toEqual(['标题', '备注']);
    expect(gridsOf(read_).map((grid) => [grid.rowCount, grid.columnCount, ...cellsOf(grid)])).toEqual([
      [2, 2, '0,0 一级', '0,1 分值', '1,1 10'],
      [1, 2, '0,0 一级', '0,1 分值'],
    ]);
    expect(gridsOf(read_)[0]?.cells.at(-1)?.place).toEqual({ line: 5, table: 0, row: 1, column: 1 });
    expect(gridsOf(read_)[1]?.place).toEqual({ line: 7, table: 1 });
  });
  test('a line without a tab inside a table stays as prose between', async () => {
    const { blocks } = await read('a\tb\n续行\nc\td');
    expect(blocks.map(({ kind }) => kind)).toEqual(['grid', 'prose', 'grid']);
  });
  test('cells in quotes go over lines; other quotation marks stay', async () => {
    const text = 'x\t"第一行\n第二行 ""引""\n末"\t9\n"三公"经费\t"完整"\n"未闭合\t5\n';
    expect(cellsOf(gridsOf(await read(text))[0])).toEqual([
      '0,0 x',
      '0,1 第一行\n第二行 "引"\n末',
      '0,2 9',
      '1,0 "三公"经费',
      '1,1 完整',
      '2,0 "未闭合',
      '2,1 5',
    ]);
  });
  test('leftovers of HTML become text, and comparisons are no tags', async () => {
    const cell =
      '<p>一</p> <p>二</p>\t<input checked="" type="checkbox"/> 优 80≤得分<90分； <input type="checkbox"/> 差 得分<60\ta&lt;b&nbsp;&#8805;&foo;<br/>c';
    expect(cellsOf(gridsOf(await read(cell))[0])).toEqual([
      '0,0 一\n二',
      '0,1 ☑ 优 80≤得分<90分； ☐ 差 得分<60',
      '0,2 a<b ≥&foo;\nc',
    ]);
  });
  test('characters stay as printed but control characters go', async () => {
    expect(cellsOf(gridsOf(await read('１２．５％\t□√\u0007☑\u000b①'))[0])).toEqual([
      '0,0 １２．５％',
      '0,1 □√☑\n①',
    ]);
  });
});

describe('Markdown', () => {
  test('a table keeps columns, leaves empty cells out and drops the alignment row', async () => {
    const text =
      '## 标题 ##\n\n| 指标 | 分值 | 备注 |\n|:---|:-:|---|\n| **总分** |  | a\\|b<br>c\\% |\n后记';
    const extraction = await read(text);
    expect(proseOf(extraction)).toEqual(['标题', '后记']);
    expect(cellsOf(gridsOf(extraction)[0])).toEqual([
      '0,0 指标',
      '0,1 分值',
      '0,2 备注',
      '1,0 总分',
      '1,2 a|b\nc%',
    ]);
  });
  test('pipes need no alignment row where they enclose the line, and no outer pipes where there is one', async () => {
    expect(cellsOf(gridsOf(await read('|a|b|\n|c|d|'))[0])).toEqual(['0,0 a', '0,1 b', '1,0 c', '1,1 d']);
    expect(cellsOf(gridsOf(await read('a | b\n--|--\nc | d'))[0])).toEqual([
      '0,0 a',
      '0,1 b',
      '1,0 c',
      '1,1 d',
    ]);
  });
  test('a pipe in prose makes no table', async () => {
    expect(gridsOf(await read('甲|乙\n丙'))).toEqual([]);
  });
});

describe('HTML tables inside text', () => {
  test('spans tile the grid as in browsers', async () => {
    const html =
      '前\n<table><caption>表</caption><thead><tr><th rowspan="2">a</th><th colspan=2>b</th></tr>\n<tr><th>c<th>d</tr></thead><tr><td>e</table>后';
    const extraction = await read(html);
    expect(proseOf(extraction)).toEqual(['前', '表', '后']);
    const [grid] = gridsOf(extraction);
    expect(grid).toMatchObject({ arrangement: 'drawn', rowCount: 3, columnCount: 3 });
    expect(
      grid?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      ]),
    ).toEqual([
      [0, 0, 2, 1, 'a'],
      [0, 1, 1, 2, 'b'],
      [1, 1, 1, 1, 'c'],
      [1, 2, 1, 1, 'd'],
      [2, 0, 1, 1, 'e'],
      [2, 1, 1, 1, ''],
      [2, 2, 1, 1, ''],
    ]);
    expect(grid?.cells[2]?.place).toEqual({ line: 3, table: 0, row: 1, column: 1 });
  });
  test('check boxes, line breaks and tables in cells are kept', async () => {
    const html =
      '<table><tr><td><input type=checkbox checked>优<br><input type="checkbox">差<p>x</p><td><table><tr><td>内</table></table>';
    expect(gridsOf(await read(html)).map(cellsOf)).toEqual([['0,0 ☑优\n☐差\nx', '0,1 '], ['0,0 内']]);
  });
  test('a table that nothing closes and giant spans lose nothing', async () => {
    expect(
      cellsOf(gridsOf(await read('<table><tr><td colspan=99999>a\n<tr><td rowspan=0>b<td>c'))[0]),
    ).toEqual(['0,0 a', '1,0 b', '1,1 c']);
  });
});

describe('comma-separated values', () => {
  test('a file that clearly is one becomes grids with quoted fields joined', async () => {
    const extraction = await read('表\n名称,分值,得分\n"a,""b""\nc",10,9\n质量,,20\n\n合计,30,29\n');
    expect(extraction.mediaType).toBe('text/csv');
    expect(proseOf(extraction)).toEqual(['表']);
    expect(gridsOf(extraction).map(cellsOf)).toEqual([
      ['0,0 名称', '0,1 分值', '0,2 得分', '1,0 a,"b"\nc', '1,1 10', '1,2 9', '2,0 质量', '2,2 20'],
      ['0,0 合计', '0,1 30', '0,2 29'],
    ]);
  });
  test('prose with commas stays prose', async () => {
    const extraction = await read(
      '一是完成任务,效果好.\n二是按时完成,没有超支,得到好评,群众满意.\n三是无.\n',
    );
    expect([extraction.mediaType, gridsOf(extraction).length]).toEqual(['text/plain', 0]);
  });
});

describe('text aligned by spaces', () => {
  test('columns come from display offsets, Han characters being two wide', async () => {
    const text =
      '表\n\n指标          分值    得分\n产出数量      10      9.5\n质量          20      20\n              5       长备注\n\n注：没有  表';
    const extraction = await read(text);
    expect(cellsOf(gridsOf(extraction)[0])).toEqual([
      '0,0 指标',
      '0,1 分值',
      '0,2 得分',
      '1,0 产出数量',
      '1,1 10',
      '1,2 9.5',
      '2,0 质量',
      '2,1 20',
      '2,2 20',
      '3,1 5',
      '3,2 长备注',
    ]);
    expect(proseOf(extraction)).toEqual(['表', '注：没有  表']);
  });
  test('two numbers of one column are never joined', async () => {
    const text = 'a    b    c\nd    e    f\ng    h    i\nj    k  l    m';
    expect(
      gridsOf(await read(text))[0]
        ?.cells.filter(({ row }) => row === 3)
        .map(({ text }) => text),
    ).toEqual(['j', 'k', 'l', 'm']);
  });
  test('uneven gaps in prose make no table', async () => {
    expect(gridsOf(await read('第一条  内容\n根据通知  要求如下\n第三点说明  无\n'))).toEqual([]);
  });
});

describe('pages', () => {
  const pages = async (text: string): Promise<readonly (number | undefined)[]> =>
    (await read(text)).blocks.map((block) =>
      block.kind === 'prose' ? block.place.page : block.grid.place.page,
    );
  test('form feeds count pages', async () => {
    expect(await pages('一\n\f二\n三\ta\n\f四')).toEqual([1, 2, 2, 3]);
  });
  test('marks above their page', async () => {
    expect(await pages('--- page 3 ---\n甲\n--- Page 4 ---\n乙')).toEqual([3, 4]);
  });
  test('marks below their page', async () => {
    expect(await pages('甲\n第 1 页 共 3 页\n乙\n第２页\n丙')).toEqual([1, 2, 3]);
  });
  test('without either there is no page', async () => {
    expect(await pages('甲\n见第 3 页的表')).toEqual([undefined, undefined]);
  });
});
