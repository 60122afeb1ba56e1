import type { TestArticle } from '../articles.ts';
import { page, type Resource } from '../resource.ts';
import { chunks, type Layout, listPage, row } from '../site-builder.ts';

const articlePath = ({ id }: TestArticle): string => `/xxgk/czyjs/202408/t20240820_${id}.html`;

/** 拓尔思 TRS: a script counts the pages of a list, `index_1.html` is the second; files lie beside their article. */
export const trs = (host: string): Layout => ({
  host,
  start: '/xxgk/czyjs/index.html',
  area: 'TRS_Editor',
  robots: 'User-agent: *\nDisallow: /admin/\nDisallow: /xxgk/secret/\n',
  articlePath,
  filePath: ({ id, files }, index) => `/xxgk/czyjs/202408/P0202408${id}${index}.${files[index]?.format}`,
  lists: (articles) => {
    const pages = chunks(articles, 15);
    return new Map<string, Resource>(
      pages.map((part, index) => [
        `/xxgk/czyjs/index${index === 0 ? '' : `_${index}`}.html`,
        page(
          listPage(
            '财政预决算公开',
            part.map((article) => row(articlePath(article), article)).join('') +
              '<li><a href="/admin/t20240101_1.html">绩效自评（内部）</a><span>2024-01-01</span></li>',
            `<script>var countPage = ${pages.length};\ncreatePageHTML(countPage, ${index}, "index", "html");</script>`,
          ),
        ),
      ]),
    );
  },
});
