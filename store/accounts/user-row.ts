import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Authorised, Role, User } from './accounts.ts';

const rank: Readonly<Record<Role, number>> = { viewer: 0, auditor: 1, admin: 2 };

/** `Accounts` writes nothing but roles into the column. */
export function userOf(row: Selectable<Tables['users']>): User {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    disabledAt: row.disabled_at ?? undefined,
  };
}

/** The lesser of the two roles holds. */
export function authorised(row: Selectable<Tables['users']>, tokenRole: Role): Authorised {
  const user = userOf(row);
  return { user, role: rank[tokenRole] < rank[user.role] ? tokenRole : user.role };
}
