import type { Context, MiddlewareHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { readLook } from '../look.ts';
import { mayUse, type Route, type Visit } from '../route.ts';
import type { Visitor } from '../visitor.ts';
import { readFields } from './fields.ts';
import { formTokenField, formTokenHeader, isOurs } from './forgery.ts';
import { isAllowedHost } from './host-allow-list.ts';
import { securityHeaders } from './security-headers.ts';

/** What is kept on hono's context between the guard and a route. */
export type Guarded = { readonly Variables: { readonly visit: Visit } };

/** Who a request comes from, and the token that its forms must bring back. */
export type Identified = { readonly visitor: Visitor | undefined; readonly formToken: string };

/** Why a request goes no further. */
export type Denial = 'host' | 'unknown' | 'sign-in' | 'role' | 'forged' | 'too-large';

export type GuardSettings = {
  readonly routes: readonly Route[];
  /** Host names beside those of loopback. */
  readonly hosts: readonly string[];
  /** Host and port of what stands in front of this server, for browsers. */
  readonly publicHost?: string | undefined;
  readonly identify: (c: Context) => Promise<Identified>;
  readonly deny: (c: Context, denial: Denial, visit: Visit | undefined) => Response | Promise<Response>;
};

/** Largest form, in bytes; files have limits of their own. */
const largestForm = 1024 ** 2;

/**
 * The one gate in front of everything: what is not in the route table does not exist, and what is in it is open to the roles that
 * the table names, to nobody else.
 */
export function guard({
  routes,
  hosts,
  publicHost,
  identify,
  deny,
}: GuardSettings): MiddlewareHandler<Guarded> {
  const router = new TrieRouter<Route>();
  for (const route of routes) router.add(route.method, route.path, route);
  return async (c, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (!isAllowedHost(c.req.header('host'), hosts)) return deny(c, 'host', undefined);
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const [matches] = router.match(method, c.req.path);
    const route = matches[0]?.[0];
    const { visitor, formToken } = await identify(c);
    const visit = { c, visitor, formToken, look: readLook(c) };
    if (route === undefined) return deny(c, visitor === undefined ? 'sign-in' : 'unknown', visit);
    if (!mayUse(visitor?.role, route.access)) {
      return deny(c, visitor === undefined ? 'sign-in' : 'role', visit);
    }
    if (isTooLarge(c, route)) return deny(c, 'too-large', visit);
    if (
      route.method !== 'GET' &&
      visitor?.by !== 'token' &&
      !(await cameFromOurPage(c, route, { formToken, publicHost }))
    )
      return deny(c, 'forged', visit);
    c.set('visit', visit);
    return next();
  };
}

function isTooLarge(c: Context, { method, body = 'form' }: Route): boolean {
  if (method === 'GET' || body === 'file') return false;
  const length = c.req.header('content-length');
  return length === undefined
    ? c.req.header('transfer-encoding') !== undefined
    : Number(length) > largestForm;
}

type Expected = { readonly formToken: string; readonly publicHost: string | undefined };

async function cameFromOurPage(
  c: Context,
  { body = 'form' }: Route,
  { formToken, publicHost }: Expected,
): Promise<boolean> {
  const header = c.req.header(formTokenHeader);
  const given = header ?? (body === 'form' ? (await readFields(c)).one(formTokenField) : undefined);
  return isOurs(c, { expected: formToken, given, publicHost });
}
