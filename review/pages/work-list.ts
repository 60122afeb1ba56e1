import type { SavedView } from '../../store/views/views.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage, seeOther } from '../http/answer.ts';
import { type Fields, fieldsOf, queryOf, readFields } from '../http/fields.ts';
import type { Route } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { workListBody } from '../views/work-list.ts';
import { readListRequest, writeListQuery } from './work-list-query.ts';

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
      const [{ findings, next }, total, facets, saved] = await Promise.all([
        store.findings.list({ filter, sort, limit: pageSize, ...(after === undefined ? {} : { after }) }),
        store.findings.count(filter),
        store.findings.facets(filter, facetSize),
        store.views.list(visit.visitor?.name ?? ''),
      ]);
      const body = workListBody(visit, {
        request,
        findings,
        next,
        total,
        facets,
        views: saved.flatMap(shownView),
      });
      return answerPage(visit.c, page(visit, { title: wordsOf(visit).work.title, body, here: 'work' }));
    },
  };
}

function shownView({ id, name, query }: SavedView): readonly { id: string; name: string; query: string }[] {
  return typeof query === 'string' ? [{ id: String(id), name, query }] : [];
}

/** Saving the present conditions under a name, and forgetting them. */
export function savedViewRoutes({ store }: ReviewDependencies): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/views',
      access: 'viewer',
      handle: async ({ c, visitor }) => {
        const fields = await readFields(c);
        const query = writeListQuery(readListRequest(fieldsOfQuery(fields.one('query')))).toString();
        const name = fields.one('name').trim().slice(0, 60);
        if (name !== '')
          await store.views.save({ owner: visitor?.name ?? '', name, query, visibility: 'own' });
        return seeOther(c, `/?${query}`);
      },
    },
    {
      method: 'POST',
      path: '/views/remove',
      access: 'viewer',
      handle: async ({ c, visitor }) => {
        const id = Number((await readFields(c)).one('id'));
        if (Number.isSafeInteger(id)) await store.views.remove(id, visitor?.name ?? '');
        return seeOther(c, '/');
      },
    },
  ];
}

function fieldsOfQuery(query: string): Fields {
  const given = new URLSearchParams(query);
  return fieldsOf(Object.fromEntries([...given.keys()].map((key) => [key, given.getAll(key)])));
}
