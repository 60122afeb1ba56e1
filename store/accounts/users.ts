import type { Transaction } from 'kysely';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Role, User, UserChange } from './accounts.ts';
import { userOf } from './user-row.ts';

export async function listUsers(db: Queries): Promise<readonly User[]> {
  const rows = await db.selectFrom('users').selectAll().orderBy('name').execute();
  return rows.map(userOf);
}

export async function createUser(
  trx: Transaction<Tables>,
  { name, role, passwordHash }: { readonly name: string; readonly role: Role; readonly passwordHash: string },
  act: Act,
): Promise<User | undefined> {
  const row = await trx
    .insertInto('users')
    .values({ name, role, password_hash: passwordHash, created_at: act.now, disabled_at: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  await writeAudit(trx, { ...act, action: 'account/create', subject: name, after: { role } });
  return userOf(row);
}

export async function findSignIn(
  db: Queries,
  name: string,
): Promise<{ readonly user: User; readonly passwordHash: string } | undefined> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && { user: userOf(row), passwordHash: row.password_hash };
}

/** What is to change of a user; its sessions end unless only the role changes. */
export type UserPatch =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'password'; readonly passwordHash: string }
  | { readonly kind: 'access'; readonly access: 'enabled' | 'disabled' };

export async function changeUser(
  trx: Transaction<Tables>,
  dialect: Database['words']['dialect'],
  id: number,
  patch: UserPatch,
  act: Act,
): Promise<UserChange> {
  // All of them: whether somebody is the last administrator depends on the others as well.
  const users = await trx
    .selectFrom('users')
    .selectAll()
    .orderBy('id')
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .execute();
  const user = users.map(userOf).find((one) => one.id === id);
  if (!user) return 'unknown';
  const others = users.map(userOf).filter((one) => one.id !== id);
  if (takesAdminAway(user, patch) && !others.some(isAdmin)) return 'last-admin';
  await trx.updateTable('users').set(columnsOf(patch, act.now)).where('id', '=', id).execute();
  if (patch.kind !== 'role') await trx.deleteFrom('sessions').where('user_id', '=', id).execute();
  const { kind: _, passwordHash: __, ...after } = { passwordHash: '', ...patch };
  const before = { role: user.role, access: user.disabledAt === undefined ? 'enabled' : 'disabled' };
  await writeAudit(trx, { ...act, action: `account/${patch.kind}`, subject: user.name, before, after });
  return 'changed';
}

function isAdmin({ role, disabledAt }: User): boolean {
  return role === 'admin' && disabledAt === undefined;
}

function takesAdminAway(user: User, patch: UserPatch): boolean {
  if (!isAdmin(user)) return false;
  if (patch.kind === 'role') return patch.role !== 'admin';
  return patch.kind === 'access' && patch.access === 'disabled';
}

function columnsOf(patch: UserPatch, now: number) {
  switch (patch.kind) {
    case 'role':
      return { role: patch.role };
    case 'password':
      return { password_hash: patch.passwordHash };
    case 'access':
      return { disabled_at: patch.access === 'disabled' ? now : null };
  }
}
