import type { Selectable, Transaction } from 'kysely';
import type { Act } from '../audit/act.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Queries } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Accounts, Authorised, Role, Token } from './accounts.ts';
import { authorised } from './user-row.ts';

/** Milliseconds after which a use is noted again: a row need not be written for every request. */
const noteUseEvery = 60_000;

export async function findSession(
  db: Queries,
  secretHash: string,
  idle: number,
  now: number,
): Promise<Authorised | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('users')
    .select('sessions.last_used')
    .where('secret_hash', '=', secretHash)
    .where('expires_at', '>', now)
    .where('last_used', '>', now - idle)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now - row.last_used >= noteUseEvery) {
    await db.updateTable('sessions').set({ last_used: now }).where('secret_hash', '=', secretHash).execute();
  }
  return authorised(row, 'admin');
}

/** Removes what is over at the same time, so that the table does not grow for ever. */
export async function openSession(
  trx: Transaction<Tables>,
  session: { readonly userId: number; readonly secretHash: string; readonly lasts: number },
  now: number,
): Promise<void> {
  await trx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await trx
    .insertInto('sessions')
    .values({
      secret_hash: session.secretHash,
      user_id: session.userId,
      created_at: now,
      last_used: now,
      expires_at: now + session.lasts,
    })
    .execute();
}

export async function createToken(
  trx: Transaction<Tables>,
  token: Parameters<Accounts['createToken']>[0],
  act: Act,
): Promise<Token> {
  const row = await trx
    .insertInto('tokens')
    .values({
      secret_hash: token.secretHash,
      user_id: token.userId,
      name: token.name,
      role: token.role,
      created_at: act.now,
      last_used: null,
      expires_at: token.expiresAt ?? null,
      revoked_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = { token: row.id, role: token.role, userId: token.userId };
  await writeAudit(trx, { ...act, action: 'token/create', subject: token.name, after });
  return tokenOf(row);
}

export async function listTokens(db: Queries, userId: number): Promise<readonly Token[]> {
  const rows = await db
    .selectFrom('tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(tokenOf);
}

export async function findToken(
  db: Queries,
  secretHash: string,
  now: number,
): Promise<Authorised | undefined> {
  const row = await db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.user_id')
    .selectAll('users')
    .select(['tokens.id as token', 'tokens.role as token_role', 'tokens.last_used'])
    .where('secret_hash', '=', secretHash)
    .where('revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (now - (row.last_used ?? 0) >= noteUseEvery) {
    await db.updateTable('tokens').set({ last_used: now }).where('id', '=', row.token).execute();
  }
  return authorised(row, row.token_role as Role);
}

export async function revokeToken(trx: Transaction<Tables>, id: number, act: Act): Promise<boolean> {
  const row = await trx
    .updateTable('tokens')
    .set({ revoked_at: act.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (!row) return false;
  await writeAudit(trx, { ...act, action: 'token/revoke', subject: row.name, before: { token: id } });
  return true;
}

function tokenOf(row: Selectable<Tables['tokens']>): Token {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    lastUsed: row.last_used ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  };
}
