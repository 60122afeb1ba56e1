import type { PageLink } from './page-link.ts';
import type { ReadPage } from './read-page.ts';

/** Pages of a list that a script counts up to; more is a trap or a news archive. */
const mostCounted = 300;

const turnsPage =
  /^(?:下一?页|下页|后一?页|尾页|末页|最后一页|上一?页|首页|加载更多|查看更多|更多|next|last|more|>>?|›|»|\d{1,4}|第\d{1,4}页)$/i;

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
    .replace(/\/(?:p|page)?[_-]?\d+(?:\/|\.\w+)?$/i, '/')
    .replace(/(?:\.s?html?|\/)$/i, '');
  return `${url.host}${path}`;
}

/** The call of a script that makes links to the pages of a list. */
const pageCall = /createPage\w*\s*\(([^()]{1,300})\)/i;

const pageEnding = /^(?:s?html?|jspx?|aspx?|php|do)$/i;

/**
 * Further pages of a list that a script of the page makes links to: `createPageHTML(10, 0, "index", "html")` (拓尔思 TRS), the same with
 * the id of an element before and counted from 1, and the variables that stand for its arguments.
 */
export function countedPages({ scripts, url }: Pick<ReadPage, 'scripts' | 'url'>): readonly string[] {
  const terms = (pageCall.exec(scripts)?.[1] ?? '').split(',').map((term) => term.trim());
  const words = terms.map((term) => /^(["'])([\w-]{1,40})\1$/.exec(term)?.[2]);
  const at = words.findIndex((word, index) => index > 0 && pageEnding.test(word ?? '') && words[index - 1]);
  const [counted = '', current = ''] = terms
    .slice(0, at - 1)
    .filter((_, index) => words[index] === undefined);
  if (at < 2 || counted === '') return [];
  const count = Math.min(mostCounted, figureOf(counted, scripts));
  const isNumbered = /_\d+\.\w+$/.test(new URL(url).pathname);
  // The first page says whether pages are counted from 0 or from 1; on others, the id before the count does.
  const first = isNumbered ? Number(words[0] !== undefined) : Math.min(1, figureOf(current, scripts));
  return Array.from(
    { length: Math.max(0, count - 1) },
    (_, index) => new URL(`${words[at - 1]}_${index + 1 + first}.${words[at]}`, url).href,
  );
}

function figureOf(term: string, scripts: string): number {
  const name = term.trim();
  if (/^\d+$/.test(name)) return Number(name);
  if (!/^\w+$/.test(name)) return 0;
  const given = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`).exec(scripts)?.[1];
  return given === undefined ? 0 : Number(given);
}
