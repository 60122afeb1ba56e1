import type { TestArticle } from '../articles.ts';
import { page, type Resource } from '../resource.ts';
import { chunks, type Layout, listPage } from '../site-builder.ts';

const articlePath = ({ id }: TestArticle): string => `/portal/content/${id}.html`;

const dataPath = (number: number): string =>
  `/portal/api/articleList?channelId=88&pageNo=${number}&pageSize=10`;

/** A newer portal: the list comes as JSON from an endpoint that the page's script calls; files lie on FastDFS. */
export const jsonPortal = (host: string): Layout => ({
  host,
  start: '/portal/list.html',
  robots: '',
  articlePath,
  filePath: ({ id }, index) => `/group1/M00/12/73/wKgB${id}${index}AbCdEf.xlsx`,
  lists: (articles) => {
    const lists = new Map<string, Resource>(
      [...chunks(articles, 10), []].map((part, index) => {
        const rows = part.map((article) => ({
          articleTitle: undefined,
          title: article.title,
          linkUrl: articlePath(article),
          publishDate: article.date,
        }));
        const body = JSON.stringify({ code: 0, data: { total: articles.length, rows } });
        return [dataPath(index + 1), { body: Buffer.from(body), type: 'application/json' }];
      }),
    );
    const script = `<div id="app"></div><script>
var channelId = '88'; var pageNo = 1;
fetch('/portal/api/articleList?channelId=' + channelId + '&pageNo=' + pageNo + '&pageSize=10').then(r => r.json()).then(render);
</script>`;
    lists.set('/portal/list.html', page(listPage('预算绩效管理', '', script)));
    return lists;
  },
});
