import { load } from 'cheerio';
import type { PageLink } from './page-link.ts';

/** Mark-up that a list keeps in its page for its own script: records in CDATA (大汉 JCMS), at most this many. */
const mostRecords = 2000;

/** Where a page that only leads on says so. */
const headCharacters = 4000;

/**
 * Links that a browser finds only by running a script: records in an XML island of the page, and the page that a refresh
 * leads to.
 */
export function embeddedLinks(html: string, base: string): readonly PageLink[] {
  return [...recordLinks(html, base), ...refresh(html, base)];
}

/** The links in `<record><![CDATA[…]]></record>` of a page or of the answer of a list endpoint. */
export function recordLinks(text: string, base: string): readonly PageLink[] {
  const [, ...records] = text.split(/<record>/i, mostRecords + 1);
  return records.flatMap((record) => {
    const content = record.split(/<\/record>/i, 1)[0] ?? '';
    return linksOfRecord(content.replace(/<!\[CDATA\[|\]\]>/g, ''), base);
  });
}

function linksOfRecord(record: string, base: string): readonly PageLink[] {
  const $ = load(record, undefined, false);
  const context = $.root().text().replace(/\s+/g, ' ').trim().slice(0, 160);
  return $('a[href]')
    .toArray()
    .flatMap((element) => {
      const link = $(element);
      const text = (link.attr('title') ?? link.text()).replace(/\s+/g, ' ').trim();
      return linkTo(link.attr('href') ?? '', base, { text, context });
    });
}

function refresh(html: string, base: string): readonly PageLink[] {
  const head = html.slice(0, headCharacters);
  const target =
    /<meta[^>]{1,200}http-equiv\s*=\s*["']?refresh["']?[^>]{0,200}content\s*=\s*["']\s*\d+\s*;\s*url\s*=\s*'?([^"'>\s]+)/i.exec(
      head,
    )?.[1] ??
    /^\s*(?:window\.|document\.|top\.|self\.)?location(?:\.href)?\s*=\s*["']([^"']+)["'];?\s*$/m.exec(
      head,
    )?.[1];
  return target === undefined ? [] : linkTo(target, base, { text: '', context: '' });
}

function linkTo(
  href: string,
  base: string,
  { text, context }: { readonly text: string; readonly context: string },
): readonly PageLink[] {
  if (!URL.canParse(href, base)) return [];
  return [
    { url: new URL(href, base).href, text: text.slice(0, 200), context, place: 'elsewhere', how: 'link' },
  ];
}
