import { z } from 'zod';
import { html } from '../../reports/html/markup.ts';
import type { Store } from '../../store/open-store.ts';
import type { ReviewDependencies } from '../dependencies.ts';
import { answerExport } from '../exports/answer-export.ts';
import { type ExportFormat, exportFormats, formatTraits } from '../exports/formats.ts';
import type { Selection } from '../exports/selection.ts';
import { answerPage } from '../http/answer.ts';
import { type Fields, queryOf, readFields } from '../http/fields.ts';
import type { Route, Visit } from '../route.ts';
import { page, wordsOf } from '../views/layout.ts';
import { readListRequest } from './work-list-query.ts';

/** Files of what a page shows: of one document, of what the list's conditions leave, of selected findings' documents. */
export function exportRoutes({ store }: ReviewDependencies): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/export',
      access: 'viewer',
      handle: (visit) => {
        const query = queryOf(visit.c);
        return answer(visit, store, { query, selection: selectionOf(query) });
      },
    },
    {
      method: 'POST',
      path: '/export',
      access: 'viewer',
      handle: async (visit) => {
        const query = await readFields(visit.c);
        const sha256s = await documentsOf(store, fingerprints.safeParse(query.all('finding')).data ?? []);
        return answer(visit, store, { query, selection: { kind: 'documents', sha256s } });
      },
    },
  ];
}

const fingerprints = z.array(z.string().min(1).max(200)).max(1000);

function selectionOf(query: Fields): Selection {
  const sha256s = query.all('document');
  if (sha256s.length > 0) return { kind: 'documents', sha256s };
  const { filter } = readListRequest(query);
  return Object.keys(filter).length === 0 ? { kind: 'all' } : { kind: 'filter', filter };
}

/** The documents of findings, in the order of these. */
async function documentsOf(store: Store, chosen: readonly string[]): Promise<readonly string[]> {
  const findings = await Promise.all(chosen.map((fingerprint) => store.findings.get(fingerprint)));
  return [...new Set(findings.flatMap((finding) => (finding === undefined ? [] : [finding.sha256])))];
}

type Order = { readonly query: Fields; readonly selection: Selection };

async function answer(visit: Visit, store: Store, { query, selection }: Order): Promise<Response> {
  const { c, look } = visit;
  const { exports } = wordsOf(visit);
  const format = exportFormats.find((one) => one === query.one('format'));
  if (format === undefined) return refused(visit, exports.unknown);
  const file = await answerExport(c, store, { selection, format, language: look.language });
  return file ?? refused(visit, tooMany(visit, format));
}

function tooMany(visit: Visit, format: ExportFormat): string {
  const { exports } = wordsOf(visit);
  return exports.tooMany(exports.formats[format], formatTraits[format].most.toLocaleString('en-US'));
}

function refused(visit: Visit, sentence: string): Response {
  const { exports, denial } = wordsOf(visit);
  const body = html`<div class="empty"><b>${sentence}</b><a href="/">${denial.back}</a></div>`;
  return answerPage(visit.c, page(visit, { title: exports.title, body }), 400);
}
