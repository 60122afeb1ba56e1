import type { Context } from 'hono';
import type { User } from '../../store/accounts/accounts.ts';
import { hashOfSecret } from '../accounts/secrets.ts';
import { renewSessionSecret } from '../accounts/session-cookie.ts';
import type { ReviewDependencies } from '../dependencies.ts';

/** Milliseconds that a session lasts at most. */
const longestSession = 30 * 24 * 3600_000;

/** Gives the browser a new secret that stands for this user from now on, and writes that down. */
export async function openSession(
  c: Context,
  { id, name }: User,
  { store, transport }: Pick<ReviewDependencies, 'store' | 'transport'>,
): Promise<void> {
  const secret = renewSessionSecret(c, transport);
  await store.accounts.openSession(id, hashOfSecret(secret, 'session'), longestSession);
  await store.audit.note({ who: name, action: 'session/open', subject: name });
}
