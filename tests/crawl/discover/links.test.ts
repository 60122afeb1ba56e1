import { describe, expect, test } from 'vitest';
import { addressFamily, addressKey } from '../../../crawl/discover/address-key.ts';
import { decodePage } from '../../../crawl/discover/decode-page.ts';
import { fileLabel, linkLook } from '../../../crawl/discover/link-looks.ts';
import { listEndpoints, nextEndpointPage } from '../../../crawl/discover/list-endpoints.ts';
import { countedPages, isPageTurn } from '../../../crawl/discover/next-pages.ts';
import { readPage } from '../../../crawl/discover/read-page.ts';
import { readRecords } from '../../../crawl/discover/read-records.ts';
import { wordScore } from '../../../crawl/discover/score-words.ts';
import { encodeGb18030 } from '../../generator/writers/encode-gb18030.ts';

const at = 'http://a.test/gk/index.html';
const linksOf = (html: string) => readPage(html, at).links.map(({ url, text }) => [url.slice(13), text]);

describe('the links of a page', () => {
  test.each([
    ['<a href="/x.htm">自评</a>', ['/x.htm', '自评']],
    ['<a href="t1.htm" title="完整的标题在这里">完整的…</a>', ['/gk/t1.htm', '完整的标题在这里']],
    ['<a href="/f?id=1" title="附件1.doc"><img src="i.gif"></a>', ['/f?id=1', '附件1.doc']],
    [`<a href="javascript:down('/a.doc')">附件</a>`, ['/a.doc', '附件']],
    [`<a href="javascript:;" onclick='down("/b.doc","附件")'>附件</a>`, ['/b.doc', '附件']],
    [`<li onclick='open("/view/7")'>决算公开</li>`, ['/view/7', '决算公开']],
    ['<div data-href="/c/7"><h4>绩效</h4></div>', ['/c/7', '绩效']],
    ['<select><option value="/gk/index_2.html">第2页</option></select>', ['/gk/index_2.html', '第2页']],
    ['<iframe src="/viewer.html?file=/p/1.pdf"></iframe>', ['/p/1.pdf', '']],
    ['<record><![CDATA[<a href="/art_1.html">公开</a>]]></record>', ['/art_1.html', '公开']],
  ])('%s', (html, link) => {
    expect(linksOf(html)).toEqual([link]);
  });

  test('leave out what is no address', () => {
    const html =
      '<a href="mailto:a@b.test">信</a><a href="#top">上</a><option value="3">三</option><p onclick="go(1)">去</p><b data-url="abc">x</b>';
    expect(linksOf(html)).toEqual([]);
  });
});

describe('pages of a list', () => {
  const counted = (script: string, url = at) =>
    countedPages({ scripts: script, url }).map((each) => each.slice(17));

  test('that a script counts from 0', () => {
    expect(counted('createPageHTML(3, 0, "index", "html")')).toEqual(['index_1.html', 'index_2.html']);
    expect(counted('var n = 3; createPageHTML(n, 0, "index", "shtml");')).toEqual([
      'index_1.shtml',
      'index_2.shtml',
    ]);
  });

  test('that a script counts from 1, an element first', () => {
    expect(counted(`createPageHTML('page_div', 3, 1, 'index', 'html', 25)`)).toEqual([
      'index_2.html',
      'index_3.html',
    ]);
    const third = counted(
      `createPageHTML('page_div', 3, 3, 'index', 'html', 25)`,
      'http://a.test/gk/index_3.html',
    );
    expect(third).toEqual(['index_2.html', 'index_3.html']);
  });

  test('that no script counts, or beyond all measure', () => {
    expect(counted('createPage(unknown, 0, "index", "html")')).toEqual([]);
    expect(counted('createPageHTML()')).toEqual([]);
    expect(counted('createPageHTML(99999, 0, "index", "html")')).toHaveLength(299);
  });

  test.each([
    ['下一页', '/gk/index_1.html', true],
    ['3', '/gk/p3/', true],
    ['加载更多', '/gk/?start=12', true],
    ['2', '/gk/2.html', true],
    ['2', '/other/2.html', false],
    ['2023年决算', '/gk/index_2.html', false],
  ])('%s to %s', (text, path, isTurn) => {
    expect(isPageTurn({ text, url: `http://a.test${path}` }, 'http://a.test/gk/index.html')).toBe(isTurn);
  });
});

describe('endpoints of lists', () => {
  test('are read from scripts as far as their parts are known', () => {
    const scripts = `var col = 31; $.getJSON('/web/findByColumn?col=' + col + '&currPage=' + currPage, draw); fetch('/api/list?x=' + unknown())`;
    expect(listEndpoints({ scripts, url: at })).toEqual(['http://a.test/web/findByColumn?col=31&currPage=1']);
  });

  test('have next pages where a parameter counts them', () => {
    expect(nextEndpointPage('http://a.test/l?currPage=2')).toBe('http://a.test/l?currPage=3');
    expect(nextEndpointPage('http://a.test/l?id=2')).toBeUndefined();
  });

  test('answer with records under any name', () => {
    const answer = JSON.stringify({
      list: [
        {
          columnName: '公开',
          infoTitle: '自评表',
          infoHref: '/d/1',
          imgUrl: '/i.png',
          pubTime: '2024-08-01',
        },
      ],
    });
    expect(readRecords(answer, at)).toMatchObject([
      { url: 'http://a.test/d/1', text: '自评表', context: '2024-08-01' },
    ]);
    expect(readRecords('cb({"data":[{"title":"甲","url":"/e"}]});', at)).toMatchObject([{ text: '甲' }]);
    expect(readRecords('[', at)).toEqual([]);
  });
});

describe('addresses', () => {
  test('are one page whatever the session, the fragment and the order of the query', () => {
    const keys = ['/a;jsessionid=X?b=2&a=1#t', '/a?a=1&b=2&_t=99'].map((path) =>
      addressKey(`http://a.test${path}`),
    );
    expect(new Set(keys).size).toBe(1);
    expect(addressKey('http://a.test/gk/index.html')).toBe(addressKey('https://a.test/gk/'));
  });

  test('belong to families by their digits and tokens', () => {
    const family = (path: string) => addressFamily(`http://a.test${path}`);
    expect(family('/cal?y=2024&m=8')).toBe(family('/cal?y=1999&m=12'));
    expect(family('/s/a1b2c3d4e5f6g7/')).toBe(family('/s/z9y8x7w6v5u4t3/'));
    expect(family('/cal?y=1')).not.toBe(family('/day?y=1'));
  });

  test.each([
    ['/a/1.pdf', '', 'file'],
    ['/x?id=1', '附件.docx', 'file'],
    ['/module/download/downfile.jsp?filename=a', '附件', 'file'],
    ['/info/10/20.htm', '公开', 'article'],
    ['/pic.jpg', '', 'image'],
    ['/s.css', '', 'other'],
    ['/czxx/', '财政信息', 'column'],
  ])('%s %s is %s', (path, text, look) => {
    expect(linkLook({ url: `http://a.test${path}`, text, context: '' })).toBe(look);
  });

  test('give a file its ending where the words lack one', () => {
    expect(fileLabel({ url: 'http://a.test/d?filename=x.xls', text: '附件1' })).toBe('附件1.xls');
    expect(fileLabel({ url: 'http://a.test/d/7', text: '附件1.doc' })).toBe('附件1.doc');
  });
});

describe('words and bytes', () => {
  test('titles are weighed by their longest words, spaces aside', () => {
    const score = wordScore(['惠民资金'], ['内部']);
    expect(score('部门整体支出 绩 效 自 评 表')).toBeGreaterThanOrEqual(6);
    expect(score('关于绩效自评结果的通知')).toBeGreaterThanOrEqual(6);
    expect(score('项目绩效目标申报表')).toBeLessThan(0);
    expect(score('惠民资金公示')).toBeGreaterThanOrEqual(6);
    expect(score('内部绩效')).toBeLessThan(0);
  });

  test('pages are read by their bytes, not by what they declare', () => {
    expect(decodePage(Buffer.from('绩效'), 'text/html; charset=gbk')).toBe('绩效');
    expect(decodePage(encodeGb18030('绩效自评'), 'text/html; charset=utf-8')).toBe('绩效自评');
  });
});
