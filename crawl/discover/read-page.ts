import { type CheerioAPI, load } from 'cheerio';
import { embeddedLinks } from './embedded-links.ts';
import { holdsAssessmentTable } from './own-table.ts';
import type { PageLink } from './page-link.ts';

/** What a crawl wants to know of a page. */
export type ReadPage = {
  readonly url: string;
  /** The article's title, else the page's. */
  readonly title: string;
  /** The column that the page stands in, and the way to it (当前位置). */
  readonly column: string;
  readonly links: readonly PageLink[];
  /** Text of the inline scripts. */
  readonly scripts: string;
  readonly holdsTable: boolean;
  /** The text that a visitor sees, shortened; tells pages that are the same under several addresses. */
  readonly visible: string;
};

/** Where the content management systems put an article. */
const contentAreas =
  '#zoom, #UCAP-CONTENT, .TRS_Editor, .TRS_UEDITOR, .v_news_content, #vsb_content, [id^="vsb_content"], .article-content, .article_content, .bt_content, .xxgk_content, .content, .con, .detail, .wzcon, #content, article';

const listEntries = 'li, tr, p, dd, dt, td';

/** Longest text kept of anything around a link, in characters. */
const longestContext = 160;

/** Links of a page that are looked at; no list of a page has more. */
const mostLinks = 3000;

/** Reads a page's links, titles and scripts; `address` is where it was found. */
export function readPage(html: string, address: string): ReadPage {
  const $ = load(html);
  const base = baseOf($, address);
  const links = [
    ...anchors($, base),
    ...scriptedLinks($, base),
    ...frames($, base),
    ...images($, base),
    ...embeddedLinks(html, base),
  ];
  const scripts = $('script')
    .toArray()
    .map((element) => $(element).text())
    .join('\n');
  $('script, style, noscript').remove();
  return {
    url: address,
    title: titleOf($),
    column: columnOf($),
    links: links.slice(0, mostLinks),
    scripts: scripts.slice(0, 2_000_000),
    holdsTable: holdsAssessmentTable($),
    visible: squeeze($('body').text()).slice(0, 20_000),
  };
}

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

function baseOf($: CheerioAPI, address: string): string {
  const href = $('base[href]').first().attr('href');
  return href !== undefined && URL.canParse(href, address) ? new URL(href, address).href : address;
}

function titleOf($: CheerioAPI): string {
  const meta = $('meta[name="ArticleTitle" i]').attr('content');
  const heading = $('h1, .title, .bt, .arti_title').first().text();
  return [meta, heading, $('title').first().text()].map((text) => squeeze(text ?? '')).find(Boolean) ?? '';
}

function columnOf($: CheerioAPI): string {
  const meta = $('meta[name="ColumnName" i]').attr('content') ?? '';
  const way = $('.position, .crumbs, .breadcrumb, .location, .dqwz, .weizhi').first().text();
  return squeeze(`${meta} ${way} ${$('title').first().text()}`).slice(0, longestContext);
}

function anchors($: CheerioAPI, base: string): readonly PageLink[] {
  return $('a[href], a[onclick], area[href], link[rel="next"][href]')
    .toArray()
    .flatMap((element) => {
      const link = $(element);
      const url =
        resolve(link.attr('href') ?? '', base) ??
        calledAddress(link.attr('href'), link.attr('onclick'), base);
      if (url === undefined) return [];
      const text = squeeze(link.text()) || squeeze(link.attr('title') ?? link.find('img').attr('alt') ?? '');
      const title = squeeze(link.attr('title') ?? '');
      const place = link.closest(contentAreas).length > 0 ? 'content' : 'elsewhere';
      // Lists cut long titles short and give the whole one as a tooltip.
      const whole = title.length > text.length ? title : text;
      return [
        { url, text: whole.slice(0, 200), context: contextOf($, element), place, how: 'link' } as const,
      ];
    });
}

/** Attributes in which a page keeps addresses for its scripts. */
const addressAttributes = ['data-href', 'data-url', 'data-link'] as const;

/** Rows, cards and choices that no anchor makes links of, but a script: its argument, or an attribute that it reads. */
function scriptedLinks($: CheerioAPI, base: string): readonly PageLink[] {
  const marked = addressAttributes.map((name) => `[${name}]`).join(', ');
  return $(`[onclick]:not(a), ${marked}, option[value]`)
    .toArray()
    .flatMap((element) => {
      const scripted = $(element);
      const kept = [...addressAttributes, 'value'].map((name) => scripted.attr(name) ?? '').find(isAddress);
      const url =
        kept === undefined ? calledAddress('', scripted.attr('onclick'), base) : resolve(kept, base);
      if (url === undefined) return [];
      const text = squeeze(scripted.attr('title') ?? scripted.text()).slice(0, 200);
      const place = scripted.closest(contentAreas).length > 0 ? 'content' : 'elsewhere';
      const context = contextOf($, element) || text.slice(0, longestContext);
      return [{ url, text, context, place, how: 'link' } as const];
    });
}

/** Values of choices and of attributes are mostly something else. */
const isAddress = (value: string): boolean => /^(?:https?:\/\/|\.{0,2}\/)[^\s]{1,500}$/.test(value);

type PageElement = Parameters<CheerioAPI>[0];

function contextOf($: CheerioAPI, element: PageElement): string {
  const entry = $(element).closest(listEntries).first();
  const text = squeeze(entry.text());
  return text.length <= longestContext ? text : '';
}

function frames($: CheerioAPI, base: string): readonly PageLink[] {
  return $('iframe[src], frame[src], embed[src], object[data]')
    .toArray()
    .flatMap((element) => {
      const frame = $(element);
      const shown = resolve(frame.attr('src') ?? frame.attr('data') ?? '', base);
      const url = shown === undefined ? undefined : fileInViewer(shown);
      if (url === undefined) return [];
      return [
        {
          url,
          text: squeeze(frame.attr('title') ?? ''),
          context: '',
          place: 'content',
          how: 'frame',
        } as const,
      ];
    });
}

/** Viewers of PDF take the file as a parameter. */
function fileInViewer(address: string): string {
  const file = new URL(address).searchParams.get('file');
  return file !== null && URL.canParse(file, address) ? new URL(file, address).href : address;
}

function images($: CheerioAPI, base: string): readonly PageLink[] {
  return $(contentAreas)
    .find('img[src]')
    .toArray()
    .flatMap((element) => {
      const image = $(element);
      const url = resolve(image.attr('src') ?? '', base);
      const isSmall = Number(image.attr('width') ?? 999) < 200 || Number(image.attr('height') ?? 999) < 200;
      if (url === undefined || isSmall) return [];
      const text = squeeze(image.attr('alt') ?? image.attr('title') ?? '');
      return [{ url, text, context: contextOf($, element), place: 'content', how: 'image' } as const];
    });
}

/** The address in `onclick="window.open('/a.doc')"` or `href='javascript:download("/a.doc")'`. */
function calledAddress(href = '', onclick = '', base: string): string | undefined {
  const called = /["']((?:https?:\/\/|\.{0,2}\/)[^"'\s]{1,500})["']/.exec(
    `${href.slice(0, 1000)} ${onclick.slice(0, 1000)}`,
  )?.[1];
  return called === undefined ? undefined : resolve(called, base);
}

function resolve(href: string, base: string): string | undefined {
  const target = href.trim();
  if (target === '' || /^(?:javascript|mailto|tel|data|about|#)/i.test(target)) return undefined;
  return URL.canParse(target, base) ? new URL(target, base).href : undefined;
}
