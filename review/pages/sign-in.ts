import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { html, type Markup } from '../../reports/html/markup.ts';
import { hashOfSecret } from '../accounts/secrets.ts';
import { forgetSessionSecret, sessionSecret } from '../accounts/session-cookie.ts';
import { signIn } from '../accounts/sign-in.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, ownPath, seeOther } from '../http/answer.ts';
import { queryOf, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { formToken, page, wordsOf } from '../views/layout.ts';
import { openSession } from './open-session.ts';

/** Signing in and out; there is nothing to sign in to where the one-time address is the way in. */
export function signInRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { access, store, transport } = dependencies;
  if (access.kind === 'local') return [];
  return [
    {
      method: 'GET',
      path: '/sign-in',
      access: 'anyone',
      handle: async (visit) => {
        if (visit.visitor !== undefined) return seeOther(visit.c, '/');
        const query = queryOf(visit.c);
        const isFirst = access.firstAccount !== undefined && (await store.accounts.users()).length === 0;
        const lost = query.one('lost') === 'yes' ? ('lost' as const) : undefined;
        const problem = isFirst ? ('no-accounts' as const) : lost;
        return answerPage(
          visit.c,
          signInPage(visit, { back: query.one('back'), ...(problem && { problem }) }),
        );
      },
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
        await openSession(c, outcome.user, { store, transport });
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

type Problem = 'refused' | 'too-many' | 'lost' | 'no-accounts';

type Refusal = { readonly problem?: Problem; readonly back: string };

function refused(visit: Visit, refusal: Refusal): Response {
  if (refusal.problem === 'too-many') visit.c.header('Retry-After', '900');
  return answerPage(visit.c, signInPage(visit, refusal), refusal.problem === 'too-many' ? 429 : 401);
}

function signInPage(visit: Visit, { problem, back }: Refusal): Markup {
  const { signIn: words, accounts, setUp } = wordsOf(visit);
  const sentences = {
    refused: words.failed,
    'too-many': words.tooMany,
    lost: words.lost,
    'no-accounts': setUp.where,
  } as const satisfies Readonly<Record<Problem, string>>;
  const said =
    problem === undefined ? undefined : html`<p class="note is-bad" role="alert">${sentences[problem]}</p>`;
  const body = html`<div class="sign-in"><h1>${words.title}</h1>${said}<form method="post" action="/sign-in">${formToken(visit)}<input type="hidden" name="back" value="${ownPath(back)}"><label class="field"><span>${accounts.name}</span><input name="name" required autocomplete="username" autofocus></label><label class="field"><span>${accounts.password}</span><input name="password" type="password" required autocomplete="current-password"></label><button class="main">${words.submit}</button></form></div>`;
  return page(visit, { title: words.title, body });
}
