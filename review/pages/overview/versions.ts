import { html } from '../../../reports/html/markup.ts';
import type { VersionGroup } from '../../../store/documents/documents.ts';
import type { ReviewDependencies } from '../../dependencies.ts';
import { answerPage } from '../../http/answer.ts';
import { queryOf } from '../../http/fields.ts';
import type { Route, Visit } from '../../route.ts';
import { page, wordsOf } from '../../views/layout.ts';
import { revisedList } from '../../views/overview/revised-list.ts';
import { versionsBody } from '../../views/overview/versions.ts';
import { denialPage } from '../denial.ts';
import { isHash } from '../document/read-document-view.ts';

/** Versions compared at once: more do not fit beside each other. */
const mostCompared = 6;

const mostListed = 200;

/** Reports that came in several versions, and one of them side by side. */
export function versionsRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/overview/versions',
    access: 'viewer',
    handle: async (visit) => {
      const query = queryOf(visit.c);
      const sha256 = query.one('document');
      if (sha256 === '') return listed(visit, { store });
      const groups = isHash(sha256) ? await store.documents.versions(sha256) : [];
      const group = groups.find(({ number }) => String(number) === query.one('number')) ?? groups[0];
      const answer = group && (await compared(visit, group, { store }));
      return answer ?? denialPage(visit.c, { denial: 'unknown', visit, kind: access.kind });
    },
  };
}

type Needed = Pick<ReviewDependencies, 'store'>;

async function listed(visit: Visit, { store }: Needed): Promise<Response> {
  const { overview } = wordsOf(visit);
  const reports = await store.overview.revised(mostListed);
  const body = html`<div class="head"><h1>${overview.versions}</h1></div><p class="soft">${overview.versionsHint}</p>${revisedList(visit, reports)}`;
  return answerPage(visit.c, page(visit, { title: overview.versions, body, here: 'overview' }));
}

async function compared(
  visit: Visit,
  { versions: all }: VersionGroup,
  { store }: Needed,
): Promise<Response | undefined> {
  const versions = all.slice(-mostCompared);
  const [newest] = versions.toReversed();
  const [table, document] = await Promise.all([
    store.results.compare(versions),
    store.documents.get(newest?.sha256 ?? ''),
  ]);
  if (table === undefined || document === undefined) return undefined;
  const heading = [document.unit, document.year].filter((part) => part !== undefined).join(' · ');
  const body = versionsBody(visit, { heading, versions, all: all.length, table });
  return answerPage(
    visit.c,
    page(visit, { title: wordsOf(visit).overview.versions, body, here: 'overview' }),
  );
}
