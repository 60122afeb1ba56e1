import { renewSessionSecret } from '../accounts/session-cookie.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { seeOther } from '../http/answer.ts';
import type { Route } from '../route.ts';
import { denialPage } from './denial.ts';

/** The one-time address of a server without accounts. */
export function enterRoutes({ access, transport }: ReviewDependencies): readonly Route[] {
  if (access.kind !== 'local') return [];
  return [
    {
      method: 'GET',
      path: '/enter',
      access: 'anyone',
      handle: (visit) => {
        const { c, visitor } = visit;
        if (visitor !== undefined) return seeOther(c, '/');
        const secret = renewSessionSecret(c, transport);
        return access.enter(c.req.query('key') ?? '', secret)
          ? seeOther(c, '/')
          : denialPage(c, { denial: 'sign-in', visit, kind: 'local' });
      },
    },
  ];
}
