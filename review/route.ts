import type { Context } from 'hono';
import type { Look } from './look.ts';
import type { Visitor } from './visitor.ts';

/** The least role that a route asks for; `anyone` needs no session. */
export type Access = 'anyone' | Visitor['role'];

/** A request that has passed the guard. `visitor` is absent only on routes for anyone. */
export type Visit = {
  readonly c: Context;
  readonly visitor: Visitor | undefined;
  /** To be given back with every form, in the field or header of `http/forgery.ts`. */
  readonly formToken: string;
  readonly look: Look;
};

/**
 * One line of the route table. `GET` never changes anything; every other method must prove that it comes from a page of ours, or
 * carry an API token. `body` is what is read of a request at most: `form` (1 MB) unless it streams a file.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As hono writes it: `/documents/:id`. */
  readonly path: string;
  readonly access: Access;
  readonly body?: 'form' | 'file';
  readonly handle: (visit: Visit) => Response | Promise<Response>;
};

const ranks: Readonly<Record<Access, number>> = { anyone: 0, viewer: 1, auditor: 2, admin: 3 };

/** May somebody of this role, or nobody known, use a route of that access? */
export function mayUse(role: Visitor['role'] | undefined, access: Access): boolean {
  return ranks[role ?? 'anyone'] >= ranks[access];
}
