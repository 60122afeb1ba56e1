import { makeArticles, type TestArticle, type TestFile } from '../articles.ts';
import { file, page, type Resource, type TestSite } from '../resource.ts';
import { chunks, listPage, menu } from '../site-builder.ts';
import { assessmentTable } from '../test-documents.ts';

/**
 * Conventions of mark-up beyond the families: each site keeps what its articles hold behind another kind of link. They were written
 * before the rules that now read them, which until then found 16 of the 120 reports here.
 */
type Convention = {
  readonly host: string;
  readonly start: string;
  readonly articlePath: (article: TestArticle) => string;
  readonly filePath: (article: TestArticle, index: number) => string;
  readonly row: (href: string, article: TestArticle) => string;
  readonly fileLink: (href: string, file: TestFile, index: number) => string;
  readonly lists: (rows: readonly string[]) => ReadonlyMap<string, Resource>;
};

function build(convention: Convention, articles: readonly TestArticle[]): TestSite {
  const { host, start, articlePath, filePath } = convention;
  const rows = articles.map((article) => convention.row(articlePath(article), article));
  const resources = new Map<string, Resource>(convention.lists(rows));
  const reports = new Set<string>();
  for (const article of articles) {
    const links = article.files.map((each, index) =>
      convention.fileLink(filePath(article, index), each, index),
    );
    const table = article.tableSeed === undefined ? '' : assessmentTable(article.tableSeed);
    const path = articlePath(article);
    resources.set(
      path,
      page(
        `<html><head><title>${article.title}</title></head><body>${menu}<div class="article-box"><h2>${article.title}</h2>${table}${links.join('')}</div></body></html>`,
      ),
    );
    if (article.tableSeed !== undefined) reports.add(path);
    article.files.forEach((each, index) => {
      const at = filePath(article, index);
      resources.set(at, file(each.bytes, `${article.id}-${index}`));
      if (each.holds === 'report') reports.add(at);
    });
  }
  return { host, start, robots: undefined, resources, reports };
}

/** Pages of a list with so many rows, and what stands below each. */
function paged(
  rows: readonly string[],
  pathOf: (index: number) => string,
  below: (index: number, count: number) => string,
  around = (inner: string): string => `<div>${inner}</div>`,
): ReadonlyMap<string, Resource> {
  const pages = Array.from({ length: Math.ceil(rows.length / 12) }, (_, index) =>
    rows.slice(index * 12, (index + 1) * 12),
  );
  return new Map(
    pages.map((part, index) => [
      pathOf(index),
      page(listPage('财政预决算公开', '', around(part.join('')) + below(index, pages.length))),
    ]),
  );
}

/** A list in a table, its pages in a `<select>`; attachments in a table under a plain name. */
const selectPager: Convention = {
  host: 'select.test',
  start: '/gk/cz/list.aspx',
  articlePath: ({ id }) => `/gk/cz/detail_${id}.aspx`,
  filePath: ({ id }, index) => `/gk/doc/${id}/${index}`,
  row: (href, { title, date }) =>
    `<tr><td>·</td><td><a href="${href}">${title}</a></td><td>${date}</td></tr>`,
  fileLink: (href, { label }) =>
    `<table><tr><td>文件</td><td><a href="${href}">${label}</a></td></tr></table>`,
  lists: (rows) =>
    paged(
      rows,
      (index) => `/gk/cz/list${index === 0 ? '' : `-${index + 1}`}.aspx`,
      (_, count) =>
        `转到<select onchange="location.href=this.value">${Array.from({ length: count }, (_, index) => `<option value="/gk/cz/list${index === 0 ? '' : `-${index + 1}`}.aspx">第${index + 1}页</option>`).join('')}</select>`,
      (inner) => `<table>${inner}</table>`,
    ),
};

/** Rows that are no anchors but call a script, with the address as its argument in either kind of quotes. */
const scriptLinks: Convention = {
  host: 'script.test',
  start: '/xxgk/czxx/',
  articlePath: ({ id }) => `/xxgk/czxx/view/${id}`,
  filePath: ({ id }, index) => `/xxgk/att/${id}${index}.docx`,
  row: (href, { title, date }) => `<li onclick='openDetail("${href}")'><b>${title}</b><i>${date}</i></li>`,
  fileLink: (href, { label }) =>
    `<p><a href="javascript:;" onclick='downloadFile("${href}","${label}")'>${label}</a></p>`,
  lists: (rows) =>
    paged(
      rows,
      (index) => `/xxgk/czxx/${index === 0 ? '' : `p${index + 1}/`}`,
      (_, count) =>
        Array.from(
          { length: count },
          (_, index) =>
            `<span onclick='goPage("/xxgk/czxx/${index === 0 ? '' : `p${index + 1}/`}")'>${index + 1}</span>`,
        ).join(''),
      (inner) => `<ul>${inner}</ul>`,
    ),
};

/** Addresses in attributes of data, for a script to read. */
const dataAttributes: Convention = {
  host: 'data.test',
  start: '/channel/caizheng',
  articlePath: ({ id }) => `/channel/caizheng/a${id}`,
  filePath: ({ id }, index) => `/storage/${id}/${index}/raw`,
  row: (href, { title, date }) =>
    `<div class="card" data-href="${href}"><h4>${title}</h4><time>${date}</time></div>`,
  fileLink: (href, { label }) => `<div class="file" data-url="${href}"><em>${label}</em></div>`,
  lists: (rows) =>
    paged(
      rows,
      (index) => `/channel/caizheng${index === 0 ? '' : `?start=${index * 12}`}`,
      (index, count) =>
        index + 1 < count
          ? `<button data-link="/channel/caizheng?start=${(index + 1) * 12}">加载更多</button>`
          : '',
    ),
};

/** Further pages that a script counts, its arguments in another order than TRS's, and names of files only as tooltips of a picture. */
const countedElsewhere: Convention = {
  host: 'counted.test',
  start: '/zwgk/yjs/index.shtml',
  articlePath: ({ id }) => `/zwgk/yjs/content/post_${id}.html`,
  filePath: ({ id }, index) => `/attachment/0/${id}/${index}/show.do`,
  row: (href, { title }) => `<li><a href="${href}" title="${title}">${title.slice(0, 9)}...</a></li>`,
  fileLink: (href, { label }) => `<p><a href="${href}" title="${label}"><img src="/icon/doc.gif"></a></p>`,
  lists: (rows) =>
    paged(
      rows,
      (index) => `/zwgk/yjs/index${index === 0 ? '' : `_${index + 1}`}.shtml`,
      (index, count) =>
        `<div id="page_div"></div><script>createPageHTML('page_div', ${count}, ${index + 1}, 'index', 'shtml', ${count * 12});</script>`,
      (inner) => `<ul>${inner}</ul>`,
    ),
};

/** Records of an endpoint under other names, with their attachments beside them; articles by number alone. */
const otherRecords: Convention = {
  host: 'records.test',
  start: '/web/site/yjsgk',
  articlePath: ({ id }) => `/web/site/doc/${id}`,
  filePath: ({ id }, index) => `/web/ftp/${id}_${index}`,
  row: () => '',
  fileLink: (href, { label }) => `<p><a href="${href}">${label}</a></p>`,
  lists: () => new Map(),
};

function recordsSite(articles: readonly TestArticle[]): TestSite {
  const site = build(otherRecords, articles);
  const parts = [...chunks(articles, 12), []];
  parts.forEach((part, index) => {
    const list = part.map((article) => ({
      infoTitle: article.title,
      infoHref: otherRecords.articlePath(article),
      pubTime: article.date,
    }));
    site.resources.set(`/web/info/findByColumn?col=31&currPage=${index + 1}&rows=12`, {
      body: Buffer.from(JSON.stringify({ success: true, resultMap: { list, total: articles.length } })),
      type: 'application/json',
    });
  });
  site.resources.set(
    '/web/site/yjsgk',
    page(
      listPage(
        '财政预决算',
        '',
        `<div id="list"></div><script>var col = 31; var currPage = 1;
function load() { $.getJSON('/web/info/findByColumn?col=' + col + '&currPage=' + currPage + '&rows=12', draw); } load();</script>`,
      ),
    ),
  );
  return site;
}

export async function conventionSites(count: number): Promise<readonly TestSite[]> {
  return [
    build(selectPager, await makeArticles(1100, count)),
    build(scriptLinks, await makeArticles(1200, count)),
    build(dataAttributes, await makeArticles(1300, count)),
    build(countedElsewhere, await makeArticles(1400, count)),
    recordsSite(await makeArticles(1500, count)),
  ];
}
