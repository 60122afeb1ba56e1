import type { TestArticle } from '../articles.ts';
import { page, type Resource } from '../resource.ts';
import { chunks, type Layout, listPage, row } from '../site-builder.ts';

const articlePath = ({ id }: TestArticle): string => `/info/1023/${id}.htm`;

/** 博达 VSB: pages of a list are counted down (`/czyjs/2.htm`, `/czyjs/1.htm`), files come from a download script. */
export const vsb = (host: string): Layout => ({
  host,
  start: '/zwgk/czyjs.htm',
  area: 'v_news_content',
  robots: 'User-agent: *\nCrawl-delay: 0.03\nDisallow: /system/login\n',
  articlePath,
  filePath: ({ id }, index) =>
    `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=13&wbfileid=${id}${index}`,
  lists: (articles) => {
    const pages = chunks(articles, 12);
    const pathOf = (index: number): string =>
      index === 0 ? '/zwgk/czyjs.htm' : `/zwgk/czyjs/${pages.length - index}.htm`;
    return new Map<string, Resource>(
      pages.map((part, index) => {
        const next = index + 1 < pages.length ? `<a href="${pathOf(index + 1)}">下页</a>` : '下页';
        const turns = `<div>共${pages.length}页 ${next} <a href="${pathOf(pages.length - 1)}">尾页</a></div>`;
        const rows = part.map((article) => row(articlePath(article), article)).join('');
        return [pathOf(index), page(listPage('预决算公开', rows, turns))];
      }),
    );
  },
});
