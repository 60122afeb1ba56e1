import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { html, type Markup } from '../../reports/html/markup.ts';
import { hashOfSecret } from '../accounts/secrets.ts';
import { forgetSessionSecret, renewSessionSecret, sessionSecret } from '../accounts/session-cookie.ts';
import { signIn } from '../accounts/sign-in.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, ownPath, seeOther } from '../http/answer.ts';
import { queryOf, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { formToken, page, wordsOf } from '../views/layout.ts';

/** Milliseconds that a session lasts at most. */
const longestSession = 30 * 24 * 3600_000;

/** Signing in and out; there is nothing to sign in to where the one-time address is the way in. */
export function signInRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { access, store, transport } = dependencies;
  if (access.kind === 'local') return [];
  return [
    {
      method: 'GET',
      path: '/sign-in',
      access: 'anyone',
      handle: (visit) =>
        visit.visitor === undefined
          ? answerPage(visit.c, signInPage(visit, { back: queryOf(visit.c).one('back') }))
          : seeOther(visit.c, '/'),
    },
    {
      method: 'POST',
      path: '/sign-in',
      access: 'anyone',
      handle: async (visit) => {
        const { c } = visit;
        const fields = await readFields(c);
        const [name, password, back] = ['name', 'password', 'back'].map(fields.one);
        const given = { name: (name ?? '').slice(0, 60), password: (password ?? '').slice(0, 1000) };
        const outcome = await signIn(store.accounts, { ...given, address: addressOf(c) });
        if (outcome.kind !== 'signed-in') return refused(visit, { problem: outcome.kind, back: back ?? '' });
        const secret = renewSessionSecret(c, transport);
        await store.accounts.openSession(outcome.user.id, hashOfSecret(secret, 'session'), longestSession);
        await store.audit.note({
          who: outcome.user.name,
          action: 'session/open',
          subject: outcome.user.name,
        });
        return seeOther(c, back ?? '/');
      },
    },
    {
      method: 'POST',
      path: '/sign-out',
      access: 'viewer',
      handle: async ({ c }) => {
        const secret = sessionSecret(c);
        if (secret !== undefined) await store.accounts.closeSession(hashOfSecret(secret, 'session'));
        forgetSessionSecret(c);
        return seeOther(c, '/sign-in');
      },
    },
  ];
}

/** Behind something that passes requests on, all come from one address; then the limit by name has to do. */
function addressOf(c: Context): string {
  return getConnInfo(c).remote.address ?? 'unknown';
}

type Refusal = { readonly problem?: 'refused' | 'too-many'; readonly back: string };

function refused(visit: Visit, refusal: Refusal): Response {
  if (refusal.problem === 'too-many') visit.c.header('Retry-After', '900');
  return answerPage(visit.c, signInPage(visit, refusal), refusal.problem === 'too-many' ? 429 : 401);
}

function signInPage(visit: Visit, { problem, back }: Refusal): Markup {
  const { signIn: words, accounts } = wordsOf(visit);
  const said =
    problem === undefined
      ? undefined
      : html`<p class="note is-bad" role="alert">${problem === 'too-many' ? words.tooMany : words.failed}</p>`;
  const body = html`<div class="sign-in"><h1>${words.title}</h1>${said}<form method="post" action="/sign-in">${formToken(visit)}<input type="hidden" name="back" value="${ownPath(back)}"><label class="field"><span>${accounts.name}</span><input name="name" required autocomplete="username" autofocus></label><label class="field"><span>${accounts.password}</span><input name="password" type="password" required autocomplete="current-password"></label><button class="main">${words.submit}</button></form></div>`;
  return page(visit, { title: words.title, body });
}
