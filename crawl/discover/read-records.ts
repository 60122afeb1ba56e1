import { recordLinks } from './embedded-links.ts';
import type { PageLink } from './page-link.ts';

/** Values in an answer that are looked at. */
const mostValues = 200_000;

/** Names of the fields that hold an address or a title, the plainest first; systems put their own words before (`infoHref`). */
const addressNames: readonly RegExp[] = [
  /^(?:url|href|link|linkurl|docpuburl|puburl|pageurl|fileurl|filepath|path|downloadurl|attachurl|src|htmlurl|viewurl)$/i,
  /^(?!.*(?:img|image|pic|thumb|icon|logo|video|cover)).*(?:url|href|link|uri)$/i,
];
const titleNames: readonly RegExp[] = [
  /^(?:title|name|doctitle|filename|text|subject|showtitle|linktitle|attachname|oldname)$/i,
  /^(?!.*(?:column|channel|site|sub)).*(?:title|subject|caption)$/i,
  /^(?!.*(?:column|channel|site|user|author|dept|unit|class|node)).*name$/i,
];

/** A date beside an address makes it an article's. */
const dateNames: readonly RegExp[] = [/(?:date|time)$/i];

/** The links in the answer of a list endpoint: JSON (or JSONP) of any shape, or mark-up with records. */
export function readRecords(text: string, base: string): readonly PageLink[] {
  const value = parsed(text);
  return value === undefined ? recordLinks(text, base) : linksIn(value, base);
}

function parsed(text: string): unknown {
  const json = text.trim().replace(/^[\w$.]+\(\s*([\s\S]*?)\s*\);?$/, '$1');
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Every object that holds an address, with the title beside it; nested objects speak for themselves. */
function linksIn(root: unknown, base: string): readonly PageLink[] {
  const links: PageLink[] = [];
  const waiting: { readonly value: unknown; readonly above: string }[] = [{ value: root, above: '' }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined && seen < mostValues; next = waiting.pop()) {
    seen += 1;
    const { value, above } = next;
    if (typeof value !== 'object' || value === null) continue;
    const fields = Object.entries(value);
    const title = stringIn(fields, titleNames) ?? '';
    const address = stringIn(fields, addressNames);
    if (address !== undefined && URL.canParse(address, base))
      links.push({
        url: new URL(address, base).href,
        text: title,
        context: `${above} ${stringIn(fields, dateNames) ?? ''}`.trim(),
        place: 'elsewhere',
        how: 'link',
      });
    waiting.push(...fields.map(([, inner]) => ({ value: inner, above: title || above })).reverse());
  }
  return links;
}

function stringIn(
  fields: readonly (readonly [string, unknown])[],
  names: readonly RegExp[],
): string | undefined {
  for (const name of names) {
    const found = fields.find(
      ([key, value]) => name.test(key) && typeof value === 'string' && value !== '',
    )?.[1];
    if (typeof found === 'string') return found.replace(/<[^>]*>/g, '').slice(0, 500);
  }
  return undefined;
}
