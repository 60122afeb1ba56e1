import type { PageLink } from './page-link.ts';
import type { ReadPage } from './read-page.ts';

/** Pages of a list that a script counts up to; more is a trap or a news archive. */
const mostCounted = 300;

const turnsPage =
  /^(?:下一?页|下页|后一?页|尾页|末页|最后一页|上一?页|首页|next|last|>>?|›|»|\d{1,4}|第\d{1,4}页)$/i;

/** Whether a link turns the pages of a list: by its words, and by an address that differs from the list's in numbers only. */
export function isPageTurn({ text, url }: Pick<PageLink, 'text' | 'url'>, list: string): boolean {
  if (!turnsPage.test(text.replace(/[\s[\]【】<（）()]/g, ''))) return false;
  return listName(url) === listName(list);
}

/** The address of a list without the number of its page: `index_3.html` = `index.html`, `/xx/3.htm` = `/xx.htm`. */
function listName(address: string): string {
  const url = new URL(address);
  const path = url.pathname
    .replace(/\/(?:index|list|default)?[_-]?\d*\.\w+$/i, '/')
    .replace(/[_-]?\d+(?=\.\w+$)/, '')
    .replace(/\/\d+(?:\/|\.\w+)?$/, '/')
    .replace(/(?:\.s?html?|\/)$/i, '');
  return `${url.host}${path}`;
}

/**
 * Further pages of a list that a script of the page makes links to: `createPageHTML(10, 0, "index", "html")` (拓尔思 TRS)
 * and the variables that stand for its arguments.
 */
export function countedPages({ scripts, url }: Pick<ReadPage, 'scripts' | 'url'>): readonly string[] {
  const call =
    /createPage(?:HTML|Html)?\w*\s*\(\s*([^,()]{1,40}),\s*([^,()]{1,40}),\s*["']([\w-]{1,40})["']\s*,\s*["'](\w{1,10})["']/.exec(
      scripts,
    );
  if (call === null) return [];
  const [, counted = '', , prefix = 'index', ending = 'html'] = call;
  const count = Math.min(mostCounted, figureOf(counted, scripts));
  return Array.from(
    { length: Math.max(0, count - 1) },
    (_, index) => new URL(`${prefix}_${index + 1}.${ending}`, url).href,
  );
}

function figureOf(term: string, scripts: string): number {
  const name = term.trim();
  if (/^\d+$/.test(name)) return Number(name);
  if (!/^\w+$/.test(name)) return 0;
  const given = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`).exec(scripts)?.[1];
  return given === undefined ? 0 : Number(given);
}
