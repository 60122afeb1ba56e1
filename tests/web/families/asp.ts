import { encodeGb18030 } from '../../generator/writers/encode-gb18030.ts';
import type { TestArticle } from '../articles.ts';
import type { Resource, TestSite } from '../resource.ts';
import { buildSite, chunks, type Layout, listPage, row } from '../site-builder.ts';

const encode = (html: string): Resource => ({ body: encodeGb18030(html), type: 'text/html' });

const articlePath = ({ id }: TestArticle): string => `/show.asp?id=${id}`;

const layout = (host: string): Layout => ({
  host,
  start: '/list.asp?classid=5',
  encode,
  articlePath,
  filePath: ({ id }, index) => `/UploadFile/2024-8/2024082${id}${index}.${index % 2 === 0 ? 'doc' : 'xls'}`,
  lists: (articles) => {
    const pages = chunks(articles, 14);
    const pathOf = (index: number): string => `/list.asp?classid=5${index === 0 ? '' : `&page=${index + 1}`}`;
    return new Map<string, Resource>(
      pages.map((part, index) => {
        const turns = pages.map((_, number) => `<a href="${pathOf(number)}">${number + 1}</a>`).join(' ');
        const traps = `<a href="/calendar.asp?y=2024&m=8">日历</a> <a href="/s/a1b2c3d4e5f6g7/index.asp">专题专栏</a>`;
        const rows = part
          .map((article) => row(`${articlePath(article)}&sessionid=${index}x77`, article))
          .join('');
        return [pathOf(index), encode(listPage('财务公开·绩效', rows, `${turns} ${traps}`))];
      }),
    );
  },
});

/** Hand-made ASP in GBK that declares no charset, with a calendar and a session path that never end. */
export function aspSite(host: string, articles: readonly TestArticle[]): TestSite {
  return { ...buildSite(layout(host), articles), invent };
}

function invent(path: string): Resource | undefined {
  const month = /^\/calendar\.asp\?y=(\d+)&m=(\d+)$/.exec(path);
  if (month !== null) return calendarPage(Number(month[1]), Number(month[2]));
  if (!/^\/s\/[a-z0-9]{14}\/index\.asp$/.test(path)) return undefined;
  const token = (Number.parseInt(path.slice(3, 10), 36) * 7919 + 12345)
    .toString(36)
    .padStart(14, 'a1')
    .slice(0, 14);
  return encode(
    listPage(
      '专题专栏',
      `<li>${'专题内容很多。'.repeat(40)}</li>`,
      `<a href="/s/${token}/index.asp">继续浏览</a>`,
    ),
  );
}

function calendarPage(year: number, month: number): Resource {
  const next = month === 12 ? `y=${year + 1}&m=1` : `y=${year}&m=${month + 1}`;
  const before = month === 1 ? `y=${year - 1}&m=12` : `y=${year}&m=${month - 1}`;
  return encode(
    listPage(
      `${year}年${month}月`,
      '',
      `<a href="/calendar.asp?${before}">上月</a><a href="/calendar.asp?${next}">下月</a>`,
    ),
  );
}
