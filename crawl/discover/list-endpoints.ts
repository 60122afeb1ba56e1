import type { ReadPage } from './read-page.ts';

/** Names of endpoints that answer with a list. */
const listAddress =
  /(?:list|search|query|find\w*|article|content|getpage|page|data|api|interface|infos?|proxy|news)\b/i;

const pageParameter = /^(?:(?:cur|curr|current|now|the)?_?page_?(?:no|num|number|index)?|current|p|pn)$/i;

/** Endpoints of one page that are asked; a page has one or two lists. */
const mostEndpoints = 5;

/**
 * Addresses of lists that a page's script asks for, as far as they can be read without running it: string literals, joined
 * by `+` with variables whose values stand in the same script, and the parameters of a call's `data: {…}`.
 */
export function listEndpoints({ scripts, url }: Pick<ReadPage, 'scripts' | 'url'>): readonly string[] {
  const found = new Set<string>();
  for (const { address, after } of requestedAddresses(scripts)) {
    if (!listAddress.test(address) || !URL.canParse(address, url)) continue;
    const endpoint = new URL(address, url);
    for (const [name, value] of parametersIn(after, scripts))
      if (!endpoint.searchParams.has(name)) endpoint.searchParams.set(name, value);
    found.add(endpoint.href);
  }
  return [...found].slice(0, mostEndpoints);
}

type Requested = { readonly address: string; readonly after: string };

/** Calls that send a request, with what is written in their first argument and behind it. */
function requestedAddresses(scripts: string): readonly Requested[] {
  const calls = scripts.matchAll(
    /(?:\burl\s*:|\bfetch\s*\(|\$\.(?:get|post|getJSON)\s*\(|axios(?:\.get|\.post)?\s*\(|\.open\s*\(\s*["']\w+["']\s*,)\s*/gi,
  );
  return [...calls].slice(0, 50).flatMap((call) => {
    const start = (call.index ?? 0) + call[0].length;
    const expression = /^[^,;){}\n]{1,400}/.exec(scripts.slice(start, start + 400))?.[0] ?? '';
    const address = joined(expression, scripts);
    return address === undefined
      ? []
      : [{ address, after: scripts.slice(start + expression.length, start + 800) }];
  });
}

/** The text of `'/api/list?column=' + columnId + '&page=' + page`; `undefined` when a part is not known. */
function joined(expression: string, scripts: string): string | undefined {
  const parts = expression.split('+').map((part) => termValue(part.trim(), scripts));
  const known = parts.every((part) => part !== undefined);
  return known ? parts.join('') : undefined;
}

function termValue(term: string, scripts: string): string | undefined {
  const literal = /^(["'`])([^"'`]*)\1$/.exec(term)?.[2];
  if (literal !== undefined) return literal.includes('${') ? undefined : literal;
  if (/^\d+$/.test(term)) return term;
  if (!/^[\w$.]{1,40}$/.test(term)) return undefined;
  const name = (term.split('.').at(-1) ?? '').replaceAll('$', '\\$');
  const given = new RegExp(`\\b${name}\\s*[=:]\\s*(?:["']([^"'()+;]{0,200})["']|(\\d{1,12}))`).exec(scripts);
  return given?.[1] ?? given?.[2] ?? (pageParameter.test(name) ? '1' : undefined);
}

/** `data: { columnId: 12, page: page }` of a call, as far as its values are known. */
function parametersIn(after: string, scripts: string): readonly (readonly [string, string])[] {
  const body = /^[\s,]*(?:[^{}]{0,200}?\b(?:data|params)\s*:\s*)?\{([^{}]{1,500})\}/.exec(after)?.[1];
  if (body === undefined) return [];
  return body.split(',').flatMap((pair) => {
    const [name = '', value] = pair.split(':').map((part) => part.trim().replace(/^["']|["']$/g, ''));
    if (!/^\w{1,40}$/.test(name) || /^(?:success|error|type|datatype|async|method|cache)$/i.test(name))
      return [];
    const known =
      value === undefined ? termValue(name, scripts) : (termValue(value, scripts) ?? literalValue(value));
    return known === undefined ? [] : [[name, known] as const];
  });
}

const literalValue = (value: string): string | undefined =>
  /^[\w\u4e00-\u9fff-]{1,100}$/.test(value) ? value : undefined;

/** The address of an endpoint's next page, where one of its parameters counts pages. */
export function nextEndpointPage(address: string): string | undefined {
  const url = new URL(address);
  const name = [...url.searchParams.keys()].find((key) => pageParameter.test(key));
  if (name === undefined) return undefined;
  const page = Number(url.searchParams.get(name));
  if (!Number.isInteger(page) || page < 0) return undefined;
  url.searchParams.set(name, String(page + 1));
  return url.href;
}
