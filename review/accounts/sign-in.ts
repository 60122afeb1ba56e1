import type { Accounts, User } from '../../store/accounts/accounts.ts';
import { hashPassword, isPassword } from './passwords.ts';

/** Failed attempts in `window` after which a name, or an address, has to wait. */
const mostFailures = { name: 5, address: 20 } as const;

/** Milliseconds. */
const window = 15 * 60_000;

export type SignIn =
  | { readonly kind: 'signed-in'; readonly user: User }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many' };

/**
 * Checks a name and a password. A name that does not exist takes as long as one that does, and both count as failures, so that
 * nothing is told about who has an account.
 */
export async function signIn(
  accounts: Accounts,
  { name, password, address }: { readonly name: string; readonly password: string; readonly address: string },
): Promise<SignIn> {
  const subjects = { name: `name:${name}`, address: `address:${address}` };
  const [byName, byAddress] = await Promise.all([
    accounts.failedLogins(subjects.name, window),
    accounts.failedLogins(subjects.address, window),
  ]);
  if (byName >= mostFailures.name || byAddress >= mostFailures.address) return { kind: 'too-many' };
  const known = await accounts.signIn(name);
  const isRight = await isPassword(password, known?.passwordHash ?? (await decoy()));
  if (known !== undefined && isRight) {
    await accounts.forgiveLogins(subjects.name);
    return { kind: 'signed-in', user: known.user };
  }
  await accounts.failedLogin(subjects.name, window);
  await accounts.failedLogin(subjects.address, window);
  return { kind: 'refused' };
}

let decoyHash: Promise<string> | undefined;

/** A hash that no password makes, to be compared with where there is no account. */
function decoy(): Promise<string> {
  decoyHash ??= hashPassword(crypto.randomUUID());
  return decoyHash;
}
