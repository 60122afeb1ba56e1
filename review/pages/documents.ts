import type { ReviewDependencies } from '../dependencies.ts';
import { answerPage } from '../http/answer.ts';
import { queryOf } from '../http/fields.ts';
import type { Route } from '../route.ts';
import { documentList } from '../views/document-list.ts';
import { page, wordsOf } from '../views/layout.ts';

/** Documents listed at once: whoever looks for an older one searches for it. */
const mostListed = 100;

export function documentsRoute({ store }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/documents',
    access: 'viewer',
    handle: async (visit) => {
      const search = queryOf(visit.c).one('search').trim().slice(0, 200);
      const documents = await store.documents.find(search, mostListed);
      const body = documentList(visit, { search, documents });
      return answerPage(
        visit.c,
        page(visit, { title: wordsOf(visit).document.listTitle, body, here: 'documents' }),
      );
    },
  };
}
