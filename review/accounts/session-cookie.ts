import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecret, newSecret } from './secrets.ts';

const name = 'fuhe_session';

/** Seconds; the record ends a session earlier when it is not used. */
const longest = 30 * 24 * 3600;

/** The secret that a browser shows with each request; it says who somebody is only once they have signed in. */
export function sessionSecret(c: Context): string | undefined {
  const given = getCookie(c, name);
  return given !== undefined && isSecret(given) ? given : undefined;
}

/**
 * Gives the browser a new secret. At every sign-in the one before is left behind: whoever planted it in the browser is not signed
 * in with it.
 */
export function renewSessionSecret(c: Context, how: 'http' | 'https'): string {
  const secret = newSecret();
  setCookie(c, name, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: how === 'https',
    maxAge: longest,
  });
  return secret;
}

export function forgetSessionSecret(c: Context): void {
  deleteCookie(c, name, { path: '/' });
}
