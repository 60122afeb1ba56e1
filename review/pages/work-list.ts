import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage } from '../http/answer.ts';
import { queryOf } from '../http/fields.ts';
import type { Route } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { workListBody } from '../views/work-list.ts';
import { readListRequest } from './work-list-query.ts';

/** Findings on one page. */
const pageSize = 50;

/** Values shown of one facet. */
const facetSize = 12;

export function workListRoute({ store }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/',
    access: 'viewer',
    handle: async (visit) => {
      const request = readListRequest(queryOf(visit.c));
      const { filter, sort, after } = request;
      const [{ findings, next }, total, facets] = await Promise.all([
        store.findings.list({ filter, sort, limit: pageSize, ...(after === undefined ? {} : { after }) }),
        store.findings.count(filter),
        store.findings.facets(filter, facetSize),
      ]);
      const body = workListBody(visit, { request, findings, next, total, facets, views: undefined });
      return answerPage(visit.c, page(visit, { title: wordsOf(visit).work.title, body, here: 'work' }));
    },
  };
}
