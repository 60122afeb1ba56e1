import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

/** Where a form or a script gives its token back. */
export const formTokenField = 'form_token';
export const formTokenHeader = 'x-form-token';

/**
 * Whether a request that changes something was made by a page of ours: the browser says so where it can (Sec-Fetch-Site,
 * Origin), and the token that only our pages know must be with it.
 */
export function isOurs(
  c: Context,
  {
    expected,
    given,
    publicHost,
  }: { expected: string; given: string | undefined; publicHost: string | undefined },
): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin !== undefined && ![c.req.header('host'), publicHost].includes(hostOf(origin) ?? ''))
    return false;
  return given !== undefined && isSame(expected, given);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
