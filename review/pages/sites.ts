import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage } from '../http/answer.ts';
import { queryOf } from '../http/fields.ts';
import type { Route } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { sitesBody } from '../views/sites.ts';

const mostRuns = 10;
const mostEntries = 200;

/** What the crawler did at the sites, and why it left addresses alone. */
export function sitesRoute({ store, sites = [] }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/operation/sites',
    access: 'admin',
    handle: async (visit) => {
      const asked = queryOf(visit.c).one('site');
      const site = sites.find((name) => name === asked) ?? sites[0];
      const [runs, log, alerts] = await Promise.all([
        site === undefined ? [] : store.crawl.runs(site, mostRuns),
        site === undefined ? [] : store.crawl.log(site, { limit: mostEntries }),
        store.crawl.alerts(),
      ]);
      const body = sitesBody(visit, { sites, site, runs, log, alerts });
      return answerPage(
        visit.c,
        page(visit, { title: wordsOf(visit).operation.sites, body, here: 'operation' }),
      );
    },
  };
}
