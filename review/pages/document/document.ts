import { visibleLine } from '../../../reports/visible-text.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage } from '../../http/answer.ts';
import type { Route } from '../../route.ts';
import { documentBody } from '../../views/document/document-page.ts';
import { page } from '../../views/layout.ts';
import { denialPage } from '../denial.ts';
import { readMaterial } from './read-document-view.ts';

export function documentRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/documents/:sha256',
    access: 'viewer',
    handle: async (visit) => {
      const material = await readMaterial(store, visit.c.req.param('sha256') ?? '');
      if (material === undefined) return denialPage(visit.c, { denial: 'unknown', visit, kind: access.kind });
      const body = documentBody(visit, { ...material, reviewed: new Map(), people: [] });
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
