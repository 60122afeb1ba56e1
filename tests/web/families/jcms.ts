import type { TestArticle } from '../articles.ts';
import { page, type Resource } from '../resource.ts';
import { chunks, type Layout, listPage, row } from '../site-builder.ts';

const articlePath = ({ id }: TestArticle): string => `/art/2024/8/20/art_1229_${id}.html`;

const dataPath = (number: number): string =>
  `/module/web/jpage/dataproxy.jsp?columnid=1229&unitid=77&page=${number}`;

const records = (part: readonly TestArticle[]): string =>
  `<datastore>${part.map((article) => `<record><![CDATA[${row(articlePath(article), article)}]]></record>`).join('')}</datastore>`;

/** 大汉 JCMS: the first records lie in the page, the others come from a proxy; files from `downfile.jsp`. */
export const jcms = (host: string): Layout => ({
  host,
  start: '/col/col1229/index.html',
  area: 'bt_content',
  articlePath,
  filePath: ({ id }, index) =>
    `/module/download/downfile.jsp?classid=0&filename=24082${id}${index}abcdef.doc`,
  lists: (articles) => {
    const pages = chunks(articles, 10);
    const lists = new Map<string, Resource>(
      pages.map((part, index) => [
        dataPath(index + 1),
        { body: Buffer.from(records(part)), type: 'text/xml; charset=utf-8' },
      ]),
    );
    lists.set(dataPath(pages.length + 1), { body: Buffer.from('<datastore></datastore>'), type: 'text/xml' });
    const script = `<script type="text/xml">${records(pages[0] ?? [])}</script>
<script>var page = 1; $.ajax({ url: '/module/web/jpage/dataproxy.jsp', type: 'get', data: { columnid: 1229, unitid: 77, page: page }, success: show });</script>`;
    lists.set('/col/col1229/index.html', page(listPage('部门预决算', '', script)));
    return lists;
  },
});
