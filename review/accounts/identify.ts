import type { Context } from 'hono';
import type { ReviewDependencies } from '../dependencies.ts';
import type { Identified } from '../http/guard.ts';
import type { Visitor } from '../visitor.ts';
import { hashOfSecret } from './secrets.ts';
import { renewSessionSecret, sessionSecret } from './session-cookie.ts';

/** The one who uses a server without accounts. */
const localVisitor: Visitor = { name: 'local', role: 'admin', by: 'local' };

/** Milliseconds without a request after which a session is over. */
const idle = 12 * 3600_000;

type Needed = Pick<ReviewDependencies, 'access' | 'transport' | 'store'>;

/** Finds out who a request comes from. Every browser gets a secret, so that its forms can be told from forged ones. */
export async function identify(c: Context, needed: Needed): Promise<Identified> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return { visitor: await bearerOf(bearer, needed), formToken: '' };
  const known = sessionSecret(c);
  const secret = known ?? (wantsPage(c) ? renewSessionSecret(c, needed.transport) : undefined);
  const formToken = secret === undefined ? '' : hashOfSecret(secret, 'form');
  return { visitor: known === undefined ? undefined : await visitorOf(known, needed), formToken };
}

async function visitorOf(secret: string, { access, store }: Needed): Promise<Visitor | undefined> {
  if (access.kind === 'local') return access.knows(secret) ? localVisitor : undefined;
  const session = await store.accounts.session(hashOfSecret(secret, 'session'), idle);
  return session && { name: session.user.name, role: session.role, by: 'account' };
}

async function bearerOf(secret: string, { store }: Needed): Promise<Visitor | undefined> {
  const token = await store.accounts.token(hashOfSecret(secret, 'token'));
  return token && { name: token.user.name, role: token.role, by: 'token' };
}

function wantsPage(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false;
}
