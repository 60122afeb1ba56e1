import type { UserChange } from '../../store/accounts/accounts.ts';
import { isAccountName } from '../accounts/account-name.ts';
import { hashPassword, isPasswordLength } from '../accounts/passwords.ts';
import { hashOfSecret, newSecret } from '../accounts/secrets.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage } from '../http/answer.ts';
import { type Fields, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { type AccountsSaid, accountsBody } from '../views/accounts.ts';
import { page, wordsOf } from '../views/layout.ts';
import { isRole } from '../visitor.ts';

/** Who may use the pages, in what role, and the tokens of programs. */
export function accountRoutes(dependencies: ReviewDependencies): readonly Route[] {
  const { accounts } = dependencies.store;
  const show = (visit: Visit, said: AccountsSaid) => showAccounts(visit, said, dependencies);
  const post = (path: string, act: (fields: Fields, who: string) => Promise<AccountsSaid>): Route => ({
    method: 'POST',
    path,
    access: 'admin',
    handle: async (visit) => show(visit, await act(await readFields(visit.c), visit.visitor?.name ?? '')),
  });
  return [
    { method: 'GET', path: '/accounts', access: 'admin', handle: (visit) => show(visit, {}) },
    post('/accounts', async (fields, who) => {
      const [name, password, role] = [fields.one('name').trim(), fields.one('password'), fields.one('role')];
      if (!isAccountName(name)) return { problem: 'badName' };
      if (!isRole(role) || !isPasswordLength(password)) return { problem: 'tooShort' };
      const created = await accounts.create({ name, role, passwordHash: await hashPassword(password) }, who);
      return created === undefined ? { problem: 'taken' } : { saved: 'saved' };
    }),
    post('/accounts/role', async (fields, who) => {
      const role = fields.one('role');
      return isRole(role) ? told(await accounts.setRole(idOf(fields), role, who)) : {};
    }),
    post('/accounts/password', async (fields, who) => {
      const password = fields.one('password');
      if (!isPasswordLength(password)) return { problem: 'tooShort' };
      return told(await accounts.setPassword(idOf(fields), await hashPassword(password), who));
    }),
    post('/accounts/access', async (fields, who) => {
      const access = fields.one('access') === 'disabled' ? 'disabled' : 'enabled';
      return told(await accounts.setAccess(idOf(fields), access, who));
    }),
    post('/accounts/tokens', async (fields, who) => {
      const [name, role] = [fields.one('name').trim().slice(0, 60), fields.one('role')];
      if (name === '' || !isRole(role)) return {};
      const secret = newSecret();
      await accounts.createToken(
        { userId: idOf(fields), name, role, secretHash: hashOfSecret(secret, 'token') },
        who,
      );
      return { secret };
    }),
    post('/accounts/tokens/revoke', async (fields, who) => {
      await accounts.revokeToken(idOf(fields), who);
      return { saved: 'saved' };
    }),
  ];
}

function idOf(fields: Fields): number {
  const id = Number(fields.one('id'));
  return Number.isSafeInteger(id) ? id : 0;
}

function told(change: UserChange): AccountsSaid {
  return change === 'last-admin' ? { problem: 'lastAdmin' } : { saved: 'saved' };
}

async function showAccounts(
  visit: Visit,
  said: AccountsSaid,
  { store, access }: ReviewDependencies,
): Promise<Response> {
  const users = await store.accounts.users();
  const accounts = await Promise.all(
    users.map(async (user) => ({ user, tokens: await store.accounts.tokens(user.id) })),
  );
  const body = accountsBody(visit, { accounts, said, way: access.kind });
  const { title } = wordsOf(visit).accounts;
  return answerPage(
    visit.c,
    page(visit, { title, body, here: 'accounts' }),
    said.problem === undefined ? 200 : 400,
  );
}
