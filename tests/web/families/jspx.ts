import type { TestArticle } from '../articles.ts';
import { page, type Resource, type TestSite } from '../resource.ts';
import { buildSite, chunks, type Layout, listPage, row } from '../site-builder.ts';

const articlePath = ({ id }: TestArticle): string => `/info/${id}.jspx`;

const layout = (host: string): Layout => ({
  host,
  start: '/czxx/index.jspx',
  robots: 'User-agent: fuhe\nDisallow: /upload/private/\nUser-agent: *\nDisallow: /',
  articlePath,
  filePath: ({ id }, index) => `/upload/main/download?id=${id}${index}&siteId=3`,
  lists: (articles) => {
    const pages = chunks(articles, 10);
    const pathOf = (index: number): string => `/czxx/index${index === 0 ? '' : `_${index + 1}`}.jspx`;
    return new Map<string, Resource>(
      pages.map((part, index) => {
        const next = index + 1 < pages.length ? `<a href="${pathOf(index + 1)}">下一页</a>` : '';
        const rows = part.map((article) => row(articlePath(article), article)).join('');
        return [pathOf(index), page(listPage('财政信息', rows, next))];
      }),
    );
  },
});

/** A CMS of museums and libraries, with redirects, answers that never end, and rules for this crawler alone. */
export function jspxSite(host: string, articles: readonly TestArticle[]): TestSite {
  const site = buildSite(layout(host), articles);
  const troubles = `<li><a href="/go?id=1">2023年度绩效自评表（迁移）</a></li>
<li><a href="/upload/slow.docx">绩效自评表（慢）.docx</a></li><li><a href="/upload/endless.docx">绩效自评表（无尽）.docx</a></li>
<li><a href="/upload/gone.docx">绩效自评表（已删）.docx</a></li><li><a href="/inward">绩效自评情况（内网）</a></li>
<li><a href="/upload/private/a.docx">绩效自评表（不公开）.docx</a></li>`;
  const first = site.resources.get('/czxx/index.jspx');
  if (first !== undefined)
    site.resources.set(
      '/czxx/index.jspx',
      page(Buffer.from(first.body).toString().replace('</ul>', `${troubles}</ul>`)),
    );
  const [target] = site.reports;
  site.resources.set('/go?id=1', { ...page(''), redirect: target ?? '/' });
  site.resources.set('/inward', { ...page(''), redirect: 'http://169.254.169.254/latest/meta-data/' });
  site.resources.set('/upload/slow.docx', { ...page(''), manner: 'slow' });
  site.resources.set('/upload/endless.docx', { ...page(''), manner: 'endless' });
  return site;
}
