import { html, type Insertable, type Markup } from '../../reports/html/markup.ts';
import { formTokenField } from '../http/forgery.ts';
import { type Access, mayUse, type Visit } from '../route.ts';
import { reviewWords } from '../words/index.ts';
import type { ReviewWords } from '../words/words.ts';

/** The words that a visit is answered in. */
export function wordsOf({ look }: Visit): ReviewWords {
  return reviewWords[look.language];
}

/** A form's proof that it is ours. */
export function formToken({ formToken: token }: Visit): Markup {
  return html`<input type="hidden" name="${formTokenField}" value="${token}">`;
}

/** `attribute` with a value, or nothing: for `aria-current`, `checked` and the like. */
export function flag(condition: boolean, attribute: string): Markup | undefined {
  return condition ? { kind: 'markup', source: ` ${attribute}` } : undefined;
}

export type Page = {
  readonly title: string;
  readonly body: Insertable;
  /** The entry of the navigation that this page belongs to. */
  readonly here?: keyof typeof navigation;
  /** Class of the body; `document` fills the window. */
  readonly kind?: 'document' | 'plain';
  /** Width of running text instead of the whole window. */
  readonly width?: 'narrow' | 'wide';
};

const navigation = {
  work: { path: '/', access: 'viewer' },
  documents: { path: '/documents', access: 'viewer' },
  overview: { path: '/overview', access: 'viewer' },
  upload: { path: '/upload', access: 'auditor' },
  operation: { path: '/operation', access: 'admin' },
  accounts: { path: '/accounts', access: 'admin' },
} as const satisfies Readonly<Record<string, { readonly path: string; readonly access: Access }>>;

/** A whole page. Its script is the same on every page and does what the page's elements ask for. */
export function page(visit: Visit, { title, body, here, kind = 'plain', width = 'wide' }: Page): Markup {
  const words = wordsOf(visit);
  const { look } = visit;
  return html`<!doctype html>
<html lang="${look.language === 'zh' ? 'zh-CN' : 'en'}" data-theme="${look.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="form-token" content="${visit.formToken}">
<title>${title} · ${words.tool}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<script type="module" src="/assets/browser/main.js"></script>
</head>
<body class="${kind}" data-drop="${words.upload.dropNow}"${flag(mayUse(visit.visitor?.role, 'auditor'), 'data-uploads="/upload"')}>
<a class="skip" href="#content">${words.skip}</a>
${siteHeader(visit, words, here)}
<main id="content" tabindex="-1" class="${width}">${body}</main>
<div class="toast" role="status" aria-live="polite" data-failed="${words.decide.failed}"></div>
${keyHelp(words)}
</body>
</html>
`;
}

function siteHeader(visit: Visit, words: ReviewWords, here: Page['here']): Markup {
  const { visitor } = visit;
  const entries = Object.entries(navigation).filter(([, { access }]) => mayUse(visitor?.role, access));
  const nav =
    visitor === undefined
      ? html`<nav></nav>`
      : html`<nav aria-label="${words.nav.label}"><ul>${entries.map(([key, { path }]) => html`<li><a href="${path}"${flag(key === here, 'aria-current="page"')}>${labelOf(key, words)}</a></li>`)}</ul></nav>`;
  return html`<header class="site"><a class="name" href="/">${words.tool}</a>${nav}<div class="tools">${lookForms(visit, words)}<button type="button" class="plain" data-action="keys" aria-keyshortcuts="?">${words.tools.keys} <kbd>?</kbd></button>${signedIn(visit, words)}</div></header>`;
}

function labelOf(key: string, { nav }: ReviewWords): string {
  return key in navigation ? nav[key as keyof typeof navigation] : key;
}

const nextTheme = { auto: 'light', light: 'dark', dark: 'auto' } as const;

function lookForms(visit: Visit, words: ReviewWords): Markup {
  const { look, c } = visit;
  const url = new URL(c.req.url);
  const back = html`<input type="hidden" name="back" value="${url.pathname}${url.search}">`;
  return html`<form method="post" action="/look">${formToken(visit)}${back}<button class="plain" name="theme" value="${nextTheme[look.theme]}" title="${words.tools.themeLabel}">◐ ${words.tools.theme[look.theme]}</button></form><form method="post" action="/look">${formToken(visit)}${back}<button class="plain" name="language" value="${look.language === 'zh' ? 'en' : 'zh'}" title="${words.tools.languageLabel}">${words.tools.language}</button></form>`;
}

function signedIn(visit: Visit, words: ReviewWords): Markup | undefined {
  const { visitor } = visit;
  if (visitor === undefined) return undefined;
  const who = html`<span class="meta">${visitor.name} · ${words.roles[visitor.role]}</span>`;
  if (visitor.by !== 'account') return who;
  return html`${who}<form method="post" action="/sign-out">${formToken(visit)}<button class="plain">${words.tools.signOut}</button></form>`;
}

function keyHelp({ keys, tools }: ReviewWords): Markup {
  return html`<dialog class="keys" aria-labelledby="keys-title"><div class="head"><h2 id="keys-title">${keys.title}</h2><form method="dialog" class="aside"><button class="plain">${tools.close}</button></form></div><dl>${keys.list.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl></dialog>`;
}
