import type { Context } from 'hono';
import { html } from '../../reports/html/markup.ts';
import { answerPage, seeOther, wantsPart } from '../http/answer.ts';
import type { Denial } from '../http/guard.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { Visit } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { reviewWords } from '../words/index.ts';

const statuses = {
  host: 421,
  unknown: 404,
  'sign-in': 401,
  role: 403,
  forged: 403,
  'too-large': 413,
} as const;

/** The answer to a request that may not go on. */
export function denialPage(
  c: Context,
  {
    denial,
    visit,
    kind,
  }: { readonly denial: Denial; readonly visit: Visit | undefined; readonly kind: 'local' | 'accounts' },
): Response {
  const status = statuses[denial];
  if (visit === undefined || denial === 'host') return c.text(reviewWords.zh.denial.host, status);
  const words = wordsOf(visit);
  const isPage = c.req.header('accept')?.includes('text/html') ?? false;
  if (denial === 'sign-in') {
    if (!isPage || wantsPart(c))
      return c.text(c.req.method === 'GET' ? words.signIn.title : words.signIn.lost, status);
    if (kind === 'accounts') return seeOther(c, `/sign-in?${wayBack(c).toString()}`);
    const body = html`<div class="empty"><b>${words.signIn.local}</b>${words.signIn.localHint}</div>`;
    return answerPage(c, page(visit, { title: words.signIn.title, body }), status);
  }
  const sentence = words.denial[denial];
  if (!isPage || wantsPart(c)) return c.text(sentence, status);
  const body = html`<div class="empty"><b>${sentence}</b><a href="/">${words.denial.back}</a></div>`;
  return answerPage(c, page(visit, { title: sentence, body }), status);
}

/** Where somebody wanted to be; what a form held cannot be asked for again, so they come back to where it stood. */
function wayBack(c: Context): URLSearchParams {
  if (c.req.method === 'GET') {
    const { pathname, search } = new URL(c.req.url);
    return new URLSearchParams({ back: `${pathname}${search}` });
  }
  const referer = c.req.header('referer') ?? '';
  const from = URL.canParse(referer) ? new URL(referer) : undefined;
  return new URLSearchParams({
    back: from === undefined ? '/' : `${from.pathname}${from.search}`,
    lost: 'yes',
  });
}

/** The answer where the fault is ours: nothing of it is shown. */
export function failurePage(c: Context): Response {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
  return c.text(`${reviewWords.zh.denial.fault}\n${reviewWords.en.denial.fault}`, 500);
}
