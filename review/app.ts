import { Hono } from 'hono';
import { identify } from './accounts/identify.ts';
import { denialProblem, failureProblem, isForApi } from './api/problem.ts';
import type { ReviewDependencies } from './dependencies.ts';
import { type Guarded, guard } from './http/guard.ts';
import { denialPage, failurePage } from './pages/denial.ts';
import { createRoutes } from './routes.ts';

/** The web application: a request in, an answer out. It listens nowhere; see `listen.ts`. */
export type ReviewApp = {
  readonly fetch: (request: Request, bindings?: object) => Response | Promise<Response>;
};

export function createApp(dependencies: ReviewDependencies): ReviewApp {
  const routes = createRoutes(dependencies);
  const { access, hosts, publicHost, onFault } = dependencies;
  const app = new Hono<Guarded>();
  app.use(
    '*',
    guard({
      routes,
      hosts,
      publicHost,
      identify: (c) => identify(c, dependencies),
      deny: (c, denial, visit) =>
        isForApi(c) ? denialProblem(c, denial) : denialPage(c, { denial, visit, kind: access.kind }),
    }),
  );
  for (const { method, path, handle } of routes) app.on(method, path, (c) => handle(c.get('visit')));
  app.onError((problem, c) => {
    onFault(problem);
    return isForApi(c) ? failureProblem(c) : failurePage(c);
  });
  return { fetch: (request, bindings) => app.fetch(request, bindings) };
}
