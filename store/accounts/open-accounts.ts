import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Accounts } from './accounts.ts';
import { countFailedLogins, noteFailedLogin } from './login-attempts.ts';
import { createToken, findSession, findToken, listTokens, openSession, revokeToken } from './secrets.ts';
import { changeUser, createUser, findSignIn, listUsers, type UserPatch } from './users.ts';

export function openAccounts({ db, words }: Database, clock: Clock, engine: string): Accounts {
  const act = (who: string) => ({ who, engine, now: clock() });
  const change = (id: number, patch: UserPatch, who: string) =>
    db.transaction().execute((trx) => changeUser(trx, words.dialect, id, patch, act(who)));
  return {
    users: () => listUsers(db),
    create: (user, who) => db.transaction().execute((trx) => createUser(trx, user, act(who))),
    signIn: (name) => findSignIn(db, name),
    setRole: (id, role, who) => change(id, { kind: 'role', role }, who),
    setPassword: (id, passwordHash, who) => change(id, { kind: 'password', passwordHash }, who),
    setAccess: (id, access, who) => change(id, { kind: 'access', access }, who),
    openSession: (userId, secretHash, lasts) =>
      db.transaction().execute((trx) => openSession(trx, { userId, secretHash, lasts }, clock())),
    session: (secretHash, idle) => findSession(db, secretHash, idle, clock()),
    closeSession: async (secretHash) => {
      await db.deleteFrom('sessions').where('secret_hash', '=', secretHash).execute();
    },
    createToken: (token, who) => db.transaction().execute((trx) => createToken(trx, token, act(who))),
    tokens: (userId) => listTokens(db, userId),
    token: (secretHash) => findToken(db, secretHash, clock()),
    revokeToken: (id, who) => db.transaction().execute((trx) => revokeToken(trx, id, act(who))),
    failedLogin: (subject, within) =>
      db.transaction().execute((trx) => noteFailedLogin(trx, subject, within, clock())),
    failedLogins: (subject, within) => countFailedLogins(db, subject, clock() - within),
    forgiveLogins: async (subject) => {
      await db.deleteFrom('login_attempts').where('subject', '=', subject).execute();
    },
  };
}
