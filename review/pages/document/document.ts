import { visibleLine } from '../../../reports/visible-text.ts';
import type { Store } from '../../../store/open-store.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage } from '../../http/answer.ts';
import type { Route, Visit } from '../../route.ts';
import { type DocumentView, documentBody } from '../../views/document/document-page.ts';
import { page, wordsOf } from '../../views/layout.ts';
import { denialPage } from '../denial.ts';
import { type DocumentMaterial, readMaterial } from './read-document-view.ts';
import { readPeople, readReviews } from './read-reviews.ts';

export function documentRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/documents/:sha256',
    access: 'viewer',
    handle: async (visit) => {
      const material = await readMaterial(store, visit.c.req.param('sha256') ?? '');
      if (material === undefined) return denialPage(visit.c, { denial: 'unknown', visit, kind: access.kind });
      const body = documentBody(visit, await withPeople(store, material, visit));
      return answerPage(
        visit.c,
        page(visit, {
          title: visibleLine(material.document.name),
          body,
          here: 'documents',
          kind: 'document',
        }),
      );
    },
  };
}

/** The document with what people said of its findings. */
export async function withPeople(
  store: Store,
  material: DocumentMaterial,
  visit: Visit,
): Promise<DocumentView> {
  const [reviewed, people, versions] = await Promise.all([
    readReviews(store, material.document.sha256, wordsOf(visit)),
    readPeople(store),
    store.documents.versions(material.document.sha256),
  ]);
  return { ...material, reviewed, people, versions };
}
