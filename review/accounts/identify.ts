import type { Context } from 'hono';
import type { ReviewDependencies } from '../dependencies.ts';
import type { Identified } from '../http/guard.ts';
import type { Visitor } from '../visitor.ts';
import { hashOfSecret } from './secrets.ts';
import { renewSessionSecret, sessionSecret } from './session-cookie.ts';

/** The one who uses a server without accounts. */
const localVisitor: Visitor = { name: 'local', role: 'admin', by: 'local' };

/** Finds out who a request comes from. Every browser gets a secret, so that its forms can be told from forged ones. */
export async function identify(
  c: Context,
  { access, transport }: Pick<ReviewDependencies, 'access' | 'transport'>,
): Promise<Identified> {
  const known = sessionSecret(c);
  const secret = known ?? (wantsPage(c) ? renewSessionSecret(c, transport) : undefined);
  const formToken = secret === undefined ? '' : hashOfSecret(secret, 'form');
  if (known === undefined) return { visitor: undefined, formToken };
  return { visitor: access.knows(known) ? localVisitor : undefined, formToken };
}

function wantsPage(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') ?? false;
}
