import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractHtml } from '../../../extractors/html/extract-html.ts';
import { extractionSchema } from '../../../model/extraction.ts';
import { extractionOf, gridsOf, noteCodes, proseOf, sketch } from '../grid-sketch.ts';
import { byRow, plain, tilings } from '../random-tiling.ts';

const read = (html: string) => extractHtml(new TextEncoder().encode(html));
const rows = async (html: string) => gridsOf(await read(html)).map(sketch);

describe('spans', () => {
  test('any table of spans comes back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(tilings, async (tiles) => {
        const html = byRow(tiles).map(
          (row) =>
            `<tr>${row.map((cell) => `<td rowspan=${cell.rowSpan} colspan="${cell.columnSpan}">${cell.text}</td>`).join('')}</tr>`,
        );
        const [grid] = gridsOf(await read(`<table><tr>${html.join('')}</table>`));
        if (tiles.length > 1) expect(plain(grid?.cells ?? [])).toEqual(tiles);
        else expect(grid).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('rowspan=0 grows to the end of its group and no span leaves its group', async () => {
    const html =
      '<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td rowspan=9>d<td>e</tbody></table>';
    expect(await rows(html)).toEqual([
      [
        ['a', 'b'],
        ['^', 'c'],
        ['d', 'e'],
      ],
    ]);
  });

  test('a cell that overlaps one from above is cut back and noted', async () => {
    const result = await read(
      '<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e<tr><td>1<td>2<td>3</table>',
    );
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', 'b', 'c'],
        ['d', '^', 'e'],
        ['1', '2', '3'],
      ],
    ]);
    expect(noteCodes(result)).toContain('grid/overlap');
  });

  test('spans that are no numbers count as one and columns without a cell are folded', async () => {
    expect(await rows('<table><tr><td colspan=x>a<td rowspan=-2>b<tr><td colspan=1000000>c</table>')).toEqual(
      [
        [
          ['a', 'b'],
          ['c', '<'],
        ],
      ],
    );
  });

  test('thead stands on top and tfoot at the bottom wherever they are written', async () => {
    const html =
      '<table><tfoot><tr><td>f<td>g</tfoot><tbody><tr><td>b<td>c</tbody><thead><tr><td>h<td>i</thead></table>';
    expect(await rows(html)).toEqual([
      [
        ['h', 'i'],
        ['b', 'c'],
        ['f', 'g'],
      ],
    ]);
  });

  test('rows of uneven length are filled up with empty cells', async () => {
    expect(await rows('<table><tr><td>a<tr><td>b<td>c</table>')).toEqual([
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ]);
  });
});

describe('texts', () => {
  test('paragraphs and breaks in a cell are lines, spaces are folded', async () => {
    const html =
      '<table><tr><td><p class=MsoNormal>一、&nbsp;&nbsp;产出<o:p></o:p></p><p>二<br>三</p><td>  9.5\n 分</td></table>';
    expect(await rows(html)).toEqual([[['一、 产出\n二\n三', '9.5 分']]]);
  });

  test('a line of the source that ends inside a Chinese text is no space', async () => {
    expect(await rows('<table><tr><td>绩效\n  指标<td>b</table>')).toEqual([[['绩效指标', 'b']]]);
  });

  test('check boxes of all kinds get one form', async () => {
    const html = `<table><tr><td><input type="checkbox" checked>优 <input type=checkbox>良
      <td><span style="font-family:Wingdings">þ</span>优 <span style='mso-symbol-font-family:Wingdings;font-family: Wingdings'>¨</span>良
      <td><font face="Wingdings 2">R</font>优 <font face="Wingdings 2">£</font>良
      <td>\uf0fe优 \uf0a8良<td>□√优 □良<td>■优 □良<td>☑优 □良</table>`;
    const [[cells] = []] = await rows(html);
    expect(cells).toEqual(Array(7).fill('☑优 ☐良'));
  });

  test('filled fields of a form are read and buttons are not', async () => {
    const html = `<table><tr><td><input value="9.5"><input type=hidden value=x><button>保存</button><td><textarea>甲
乙</textarea><td><select><option>良<option selected>优</select></table>`;
    expect(await rows(html)).toEqual([[['9.5', '甲\n乙', '优']]]);
  });

  test('no markup of the page survives', async () => {
    const result = await read(
      '<p>a<script>document.write("<b>")</script><!-- c --><style>p{}</style><![if x]>b<![endif]></p>',
    );
    expect(proseOf(result)).toEqual(['ab']);
  });
});

describe('pages that Office programs saved', () => {
  test('a table of Word is read without its office markup', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
      <!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style>
      <!-- p.MsoNormal {mso-style-parent:""} --></style></head><body lang=ZH-CN><div class=Section1>
      <p class=MsoNormal align=center><b><span style='font-family:宋体'>项目支出绩效自评表<span lang=EN-US><o:p></o:p></span></span></b></p>
      <table class=MsoTableGrid border=1 cellspacing=0><![if !supportMisalignedColumns]><tr height=0 style='display:none'>
      <td width=10 style='border:none'></td><td width=20></td></tr><![endif]>
      <tr style='mso-yfti-irow:0'><td width=10 rowspan=2 style='mso-char-wrap:1'><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
      <td><p class=MsoNormal><span
      lang=EN-US style='font-size:10.5pt'>10.00<o:p></o:p></span></p></td></tr>
      <tr><td><p class=MsoNormal>产出<span lang=EN-US>(50</span>分<span lang=EN-US>)</span></p><p class=MsoNormal><del cite="mailto:a"><span>旧</span></del><ins>新</ins></p></td></tr>
      </table></div></body></html>`;
    const result = await read(html);
    expect(proseOf(result)).toEqual(['项目支出绩效自评表']);
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['', '10.00'],
        ['^', '产出(50分)\n新'],
      ],
    ]);
  });
});

describe('hidden parts', () => {
  test('hidden rows and cells are left out as a browser leaves them out, and counted', async () => {
    const html = `<table><tr><td rowspan=2>a<td>b<td style="display: none">x</tr><tr style="display:none;"><td>y</tr>
      <tr><td>c</tr><tr hidden><td>z<td>z</tr><tr><td style="visibility:hidden">w<td>d</tr></table>`;
    const result = await read(html);
    expect(gridsOf(result).map(sketch)).toEqual([
      [
        ['a', 'b'],
        ['^', 'c'],
        ['', 'd'],
      ],
    ]);
    expect(extractionOf(result).notes.map((each) => each.message.en)).toEqual([
      '4 hidden parts (rows, cells and the like) were left out',
    ]);
  });

  test('a page whose only table is hidden is read and says so', async () => {
    const table = '<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f</table>';
    const result = await read(`<div style="display:none">${table}</div>`);
    expect(gridsOf(result)).toHaveLength(1);
    expect(noteCodes(result)).toEqual(['html/hidden-read']);
  });
});

describe('pages', () => {
  const table = (mark: string) =>
    `<table><tr><td>指标${mark}<td>分值<td>得分<tr><td>a<td>1<td>1<tr><td>b<td>2<td>2</table>`;

  test('a layout table is unwrapped, with its navigation around the table', async () => {
    const html = `<table><tr><td>首页<td>公开</tr><tr><td><p>标题</p>${table('一')}<p>注</p>${table('二')}</td></tr></table>`;
    const result = await read(html);
    const kinds = extractionOf(result).blocks.map((block) =>
      block.kind === 'prose' ? block.text : `grid ${block.grid.place.table} ${block.grid.cells[0]?.text}`,
    );
    expect(kinds).toEqual(['首页', '公开', '标题', 'grid 0 指标一', '注', 'grid 1 指标二']);
  });

  test('a table inside a cell of a table is a grid of its own and not text of the cell', async () => {
    const html = `<table><tr><td>项目<td>甲<tr><td>资金<td>见下${table('内')}<tr><td>目标<td>乙</table>`;
    const [outer, inner] = await rows(html);
    expect(outer).toEqual([
      ['项目', '甲'],
      ['资金', '见下'],
      ['目标', '乙'],
    ]);
    expect(inner?.[0]).toEqual(['指标内', '分值', '得分']);
  });

  test('title, date and prose come in reading order, navigation and footer are left out and noted', async () => {
    const html = `<html><head><title>自评表 - 某局</title><meta name="ArticleTitle" content="自评表"><meta name=PubDate content="2024-08-20 10:00">
      </head><body><div class="nav"><a href=/>首页</a></div><h1>2023年度自评</h1><div>说明<b>文</b>字<br>第二行</div>${table('')}
      <footer>版权所有 2025</footer></body></html>`;
    const result = await read(html);
    expect(proseOf(result)).toEqual([
      '自评表',
      '发布日期：2024-08-20 10:00',
      '2023年度自评',
      '说明文字\n第二行',
    ]);
    expect(noteCodes(result)).toEqual(['html/furniture-left-out']);
    expect(extractionSchema.safeParse(extractionOf(result)).success).toBe(true);
  });

  test('links to files are attachments, resolved against the base', async () => {
    const html = `<base href="https://www.example.gov.cn/a/b.html"><a href="./P0202.pdf">附件1.pdf</a><a href="/list.html">更多</a>
      <a href="/module/download/downfile.jsp?classid=0&amp;filename=ab12.doc">自评表</a><iframe src="x.pdf"></iframe><a href="javascript:void(0)">下载.doc</a>`;
    expect(extractionOf(await read(html)).attachments).toEqual([
      { href: 'https://www.example.gov.cn/a/P0202.pdf', label: '附件1.pdf' },
      {
        href: 'https://www.example.gov.cn/module/download/downfile.jsp?classid=0&filename=ab12.doc',
        label: '自评表',
      },
      { href: 'https://www.example.gov.cn/a/x.pdf', label: 'x.pdf' },
    ]);
  });
});

describe('hostile pages', () => {
  test('nesting of a hundred thousand levels is refused at once', async () => {
    for (const tag of ['<div>', '<table><tr><td>', '<b>', '<div><table></div>']) {
      const result = await read(tag.repeat(100_000));
      expect(result.ok ? 'read' : result.refusal.code).toBe('html/too-deep');
    }
  });

  test('endless rows of wide cells are cut off with a note', async () => {
    const result = await read(`<table>${'<tr><td colspan=1000>a<td colspan=1000>b'.repeat(5_000)}</table>`);
    expect(gridsOf(result)[0]?.columnCount).toBe(2);
    const wide = await read(
      `<table><tr>${'<td colspan=1000>a'.repeat(50)}</tr>${'<tr><td>x'.repeat(10)}</table>`,
    );
    expect(noteCodes(wide)).toContain('html/columns-cut');
  });

  test('a page of sixty thousand paragraphs is read in bounded time', async () => {
    const result = await read('<p>x'.repeat(60_000));
    expect(proseOf(result)).toHaveLength(60_000);
  });

  test('damaged pages are read or refused, never thrown', async () => {
    const page = new TextEncoder().encode(
      '<html><meta charset=gbk><table><tr><td rowspan=2>绩效<td>b<tr><td>c</table><select><option>1</select>',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(page.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const damaged = cut ? page.slice(0, at) : page.with(at, byte);
        expect(typeof (await extractHtml(damaged)).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
