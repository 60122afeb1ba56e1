import type { TestArticle, TestFile } from './articles.ts';
import { file, page, type Resource, type TestSite } from './resource.ts';
import { assessmentTable } from './test-documents.ts';

/** How a content management system lays out its addresses. */
export type Layout = {
  readonly host: string;
  readonly start: string;
  readonly articlePath: (article: TestArticle) => string;
  readonly filePath: (article: TestArticle, index: number) => string;
  /** Pages of the list: their paths and what is on them. */
  readonly lists: (articles: readonly TestArticle[]) => ReadonlyMap<string, Resource>;
  readonly encode?: (html: string) => Resource;
  readonly robots?: string;
  readonly area?: string;
};

/** A site of one family with everything that its articles hold. */
export function buildSite(layout: Layout, articles: readonly TestArticle[]): TestSite {
  const resources = new Map<string, Resource>(layout.lists(articles));
  const reports = new Set<string>();
  const encode = layout.encode ?? page;
  for (const article of articles) {
    const path = layout.articlePath(article);
    resources.set(path, encode(articlePage(article, layout)));
    if (article.tableSeed !== undefined) reports.add(path);
    article.files.forEach((each, index) => {
      const at = layout.filePath(article, index);
      resources.set(at, file(each.bytes, `${article.id}-${index}`));
      if (each.holds === 'report') reports.add(at);
    });
  }
  return { host: layout.host, start: layout.start, robots: layout.robots, resources, reports };
}

function articlePage(article: TestArticle, layout: Layout): string {
  const links = article.files.map(
    (each, index) => `<p><a href="${layout.filePath(article, index)}">${linkText(each)}</a></p>`,
  );
  const table = article.tableSeed === undefined ? '' : assessmentTable(article.tableSeed);
  return `<html><head><title>${article.title}-门户网站</title></head><body>${menu}
<h1>${article.title}</h1><div class="${layout.area ?? 'content'}"><p>发布时间：${article.date}</p>${table}${links.join('')}</div></body></html>`;
}

/** Real names stand in the link's words, with or without the ending. */
const linkText = ({ label }: TestFile): string => label;

export const menu = `<div class="nav"><a href="/">首页</a><a href="http://www.elsewhere.test/">上级网站</a>
<a href="/login.html">登录</a><a href="/ldzc.html">领导之窗</a><a href="/broken.html">财政信息（旧）</a></div>`;

export const listPage = (title: string, rows: string, after = ''): string =>
  `<html><head><title>${title}</title></head><body>${menu}<h2>${title}</h2><ul>${rows}</ul>${after}</body></html>`;

export const row = (href: string, { title, date }: TestArticle): string =>
  `<li><a href="${href}" title="${title}">${title.length > 18 ? `${title.slice(0, 16)}…` : title}</a><span>${date}</span></li>`;

/** Articles in pages of a list. */
export function chunks(articles: readonly TestArticle[], size: number): readonly (readonly TestArticle[])[] {
  return Array.from({ length: Math.ceil(articles.length / size) }, (_, index) =>
    articles.slice(index * size, (index + 1) * size),
  );
}
