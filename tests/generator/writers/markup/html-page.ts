import type { LaidDocument, LaidRow, LaidTable } from '../../layout/laid-out.ts';
import { escapeText } from '../html-in-text.ts';

/** How a web page draws its tables. */
export type PageStyle = {
  /** `plain`: bare cells; `word`: pasted from a word processor; `excel`: pasted from a spreadsheet. */
  readonly markup: 'plain' | 'word' | 'excel';
  /** Navigation, a login box and other tables around the document, as sites have them. */
  readonly surroundings: 'none' | 'site';
  /** Rows that a browser does not show. */
  readonly hiddenRows: 'none' | 'some';
  /** `utf-8` is declared; `none` leaves the reader to find out. */
  readonly declaredCharset: 'utf-8' | 'none';
};

/** A whole page as a government site publishes it. */
export function writeHtmlPage({ blocks }: LaidDocument, style: PageStyle): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  const name = title && title.kind !== 'table' ? escapeText(title.text) : '公开文件';
  const body = blocks
    .map((block) => {
      if (block.kind === 'table') return drawTable(block.table, style);
      return block.kind === 'title' ? `<h1>${escapeText(block.text)}</h1>` : paragraph(block.text, style);
    })
    .join('\n');
  const charset = style.declaredCharset === 'utf-8' ? '<meta charset="utf-8">' : '';
  const head = `<!DOCTYPE html>\n<html lang="zh-CN"><head>${charset}<title>${name}</title>${drawingStyle}</head>`;
  return `${head}\n<body>\n${style.surroundings === 'site' ? inSite(body) : body}\n</body></html>\n`;
}

const drawingStyle = `<style>
table { border-collapse: collapse; width: 100%; font-size: 11px; }
td { border: 1px solid #000; padding: 2px 3px; }
.layout td { border: none; }
</style>`;

function paragraph(text: string, style: PageStyle): string {
  return style.markup === 'word' ? wordParagraph(text) : `<p>${escapeText(text)}</p>`;
}

function inSite(body: string): string {
  return `<div id="top"><table class="layout"><tr><td><a href="/">首页</a></td><td><a href="/xxgk/">信息公开</a></td>
<td><a href="/bsfw/">办事服务</a></td><td><a href="/hdjl/">互动交流</a></td></tr></table></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/xxgk/">信息公开</a> &gt; 财政预决算</div>
<div class="article"><div class="meta">发布时间：${'2024'}-09-12　来源：本站　浏览次数：<span id="hits">215</span></div>
<div class="content">
${body}
</div></div>
<div class="related"><table class="layout"><tr><td colspan="2">相关链接</td></tr><tr><td>部门决算公开</td><td>政府采购公告</td></tr></table></div>
<div id="foot">主办单位：政府办公室　备案序号：00000000号　<script>document.getElementById('hits').textContent = '216';</script></div>`;
}

function drawTable(table: LaidTable, style: PageStyle): string {
  const rows = table.rows.flatMap((row, index) => [
    drawRow(row, style),
    ...(style.hiddenRows === 'some' && canHide(table, index) ? [hiddenRow(table.columnCount)] : []),
  ]);
  const opening =
    style.markup === 'word'
      ? '<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt 0cm 5.4pt">'
      : style.markup === 'excel'
        ? '<table border="0" cellpadding="0" cellspacing="0" style="border-collapse:collapse;table-layout:fixed"><colgroup><col width="72" style="mso-width-source:userset"></colgroup>'
        : '<table>';
  return `${opening}<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** A hidden row may stand where no cell spans on to the next row. */
function canHide({ rows }: LaidTable, index: number): boolean {
  if (index % 4 !== 3) return false;
  return rows.every(({ cells }, above) =>
    cells.every(({ rowSpan }) => above > index || above + rowSpan <= index + 1),
  );
}

const hiddenRow = (columnCount: number): string =>
  `<tr style="display:none">${'<td></td>'.repeat(columnCount)}</tr>`;

function drawRow({ cells }: LaidRow, style: PageStyle): string {
  const drawn = cells.map(({ text, rowSpan, columnSpan }) => {
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
    if (style.markup === 'word')
      return `<td width="${60 * columnSpan}" valign="center"${spans} style="width:45.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt">${wordParagraph(text)}</td>`;
    if (style.markup === 'excel')
      return `<td class="xl${65 + (text.length % 9)}"${spans} height="19" style="mso-number-format:General;white-space:normal">${escapeText(text)}</td>`;
    return `<td${spans}>${escapeText(text)}</td>`;
  });
  return style.markup === 'word'
    ? `<tr style="mso-yfti-irow:0;height:20.0pt">${drawn.join('')}</tr>`
    : `<tr>${drawn.join('')}</tr>`;
}

/** Word cuts runs where the script changes and puts an empty `o:p` at the end. */
function wordParagraph(text: string): string {
  return text
    .split(/\n|<\/?p>/)
    .filter((line, index) => line !== '' || index === 0)
    .map((line) => {
      const runs = line
        .split(/([0-9A-Za-z.%,+-]+)/)
        .filter((run) => run !== '')
        .map((run) =>
          /^[0-9A-Za-z.%,+-]+$/.test(run)
            ? `<span lang="EN-US" style="font-size:9.0pt;font-family:&quot;Times New Roman&quot;,serif">${escapeText(run)}</span>`
            : `<span style="font-size:9.0pt;font-family:宋体;mso-ascii-font-family:&quot;Times New Roman&quot;">${escapeText(run)}</span>`,
        );
      return `<p class="MsoNormal" align="center" style="text-align:center;mso-line-height-rule:exactly">${runs.join('')}<span lang="EN-US"><o:p></o:p></span></p>`;
    })
    .join('');
}
