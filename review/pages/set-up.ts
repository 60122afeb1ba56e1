import { html, type Markup } from '../../reports/html/markup.ts';
import { isAccountName } from '../accounts/account-name.ts';
import { hashPassword, isPasswordLength, shortestPassword } from '../accounts/passwords.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, seeOther } from '../http/answer.ts';
import { queryOf, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { formToken, page, wordsOf } from '../views/layout.ts';
import { openSession } from './open-session.ts';

/** Making the first account, by whoever can read the server's log; afterwards there is nothing here. */
export function setUpRoutes({ access, store, transport }: ReviewDependencies): readonly Route[] {
  if (access.kind !== 'accounts' || access.firstAccount === undefined) return [];
  const { isKey } = access.firstAccount;
  const isOver = async (): Promise<boolean> => (await store.accounts.users()).length > 0;
  return [
    {
      method: 'GET',
      path: '/set-up',
      access: 'anyone',
      handle: async (visit) => {
        if (await isOver()) return seeOther(visit.c, '/sign-in');
        const key = queryOf(visit.c).one('key');
        return isKey(key) ? answerPage(visit.c, setUpPage(visit, { key })) : wrongKey(visit);
      },
    },
    {
      method: 'POST',
      path: '/set-up',
      access: 'anyone',
      handle: async (visit) => {
        if (await isOver()) return seeOther(visit.c, '/sign-in');
        const fields = await readFields(visit.c);
        const [key, name, password] = [fields.one('key'), fields.one('name').trim(), fields.one('password')];
        if (!isKey(key)) return wrongKey(visit);
        if (!isAccountName(name))
          return answerPage(visit.c, setUpPage(visit, { key, problem: 'badName' }), 400);
        if (!isPasswordLength(password))
          return answerPage(visit.c, setUpPage(visit, { key, problem: 'tooShort' }), 400);
        const passwordHash = await hashPassword(password);
        const user = await store.accounts.create({ name, role: 'admin', passwordHash }, name);
        if (user === undefined) return seeOther(visit.c, '/sign-in');
        await openSession(visit.c, user, { store, transport });
        return seeOther(visit.c, '/');
      },
    },
  ];
}

function wrongKey(visit: Visit): Response {
  const { setUp } = wordsOf(visit);
  const body = html`<div class="empty"><b>${setUp.wrongKey}</b>${setUp.where}</div>`;
  return answerPage(visit.c, page(visit, { title: setUp.title, body }), 403);
}

type SetUp = { readonly key: string; readonly problem?: 'badName' | 'tooShort' };

function setUpPage(visit: Visit, { key, problem }: SetUp): Markup {
  const { setUp, accounts } = wordsOf(visit);
  const said =
    problem === undefined ? undefined : html`<p class="note is-bad" role="alert">${accounts[problem]}</p>`;
  const body = html`<div class="sign-in"><h1>${setUp.title}</h1><p class="soft">${setUp.hint}</p>${said}<form method="post" action="/set-up">${formToken(visit)}<input type="hidden" name="key" value="${key}"><label class="field"><span>${accounts.name}</span><input name="name" required maxlength="60" autocomplete="username" autofocus></label><label class="field"><span>${accounts.password}</span><input name="password" type="password" required minlength="${shortestPassword}" autocomplete="new-password"></label><p class="meta">${accounts.tooShort}</p><button class="main">${setUp.submit}</button></form></div>`;
  return page(visit, { title: setUp.title, body });
}
